import {
  commands,
  Disposable,
  Uri,
  workspace,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';
import { t } from '../display/l10n';

/** The scheme of the addresses of documents that this extension shows. */
export const readOnlyScheme = 'telnyx-token';

/** A tab that is opened again later, from a history for example. */
const gone = `// ${t('What stood here was kept in memory only, until its tab was closed. Run the command again.')}
{}
`;

/**
 * Read-only documents: decoded tokens, reports. They are in memory only, as long as they are open;
 * their addresses are numbered and hold nothing of what they show.
 */
export class ReadOnlyDocuments implements TextDocumentContentProvider, Disposable {
  /** By address. */
  private readonly contents = new Map<string, string>();
  private opened = 0;
  private readonly subscriptions = Disposable.from(
    workspace.registerTextDocumentContentProvider(readOnlyScheme, this),
    workspace.onDidCloseTextDocument(document => this.forget(document)),
  );

  /** Opens a document in a preview tab. Its language comes with the end of its name. */
  async show(name: string, content: string): Promise<void> {
    this.opened += 1;
    const uri = Uri.from({ scheme: readOnlyScheme, path: `/${this.opened}/${name}` });
    this.contents.set(uri.toString(), content);
    // A document that an extension opens itself stays open for minutes after its tab was closed.
    await commands.executeCommand('vscode.open', uri, { preview: true });
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.contents.get(uri.toString()) ?? gone;
  }

  dispose(): void {
    this.subscriptions.dispose();
    this.contents.clear();
  }

  private forget({ uri }: TextDocument): void {
    this.contents.delete(uri.toString());
  }
}
