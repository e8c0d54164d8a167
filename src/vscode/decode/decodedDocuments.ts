import {
  commands,
  Disposable,
  Uri,
  workspace,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';

/** The scheme of the addresses of decoded tokens. */
export const decodedScheme = 'telnyx-token';

/** A tab that is opened again later, from a history for example. */
const gone = `// What this token said was kept in memory only, until its tab was closed. Decode it again.
{}
`;

/**
 * Read-only documents that show decoded tokens. They are in memory only, as long as they are open;
 * their addresses are numbered and hold nothing of a token.
 */
export class DecodedDocuments implements TextDocumentContentProvider, Disposable {
  /** By address. */
  private readonly contents = new Map<string, string>();
  private opened = 0;
  private readonly subscriptions = Disposable.from(
    workspace.registerTextDocumentContentProvider(decodedScheme, this),
    workspace.onDidCloseTextDocument(document => this.forget(document)),
  );

  /** Opens a document in a preview tab. Its language comes with the end of its name. */
  async show(content: string): Promise<void> {
    this.opened += 1;
    const uri = Uri.from({ scheme: decodedScheme, path: `/${this.opened}/Decoded Token.jsonc` });
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
