import { Disposable, languages, workspace, type TextDocument } from 'vscode';
import type { Clock } from '../../core/time/clock';
import { findSecrets } from '../../core/tokens/findTokens';
import { settings } from '../settings';
import { secretMark } from './secretMarks';
import { isSearched } from './searchedDocuments';

/** Nobody wants to be told while typing; in milliseconds. */
const pause = 300;

/** Points out secrets in open documents, some time after the last change of each. */
export class SecretDiagnostics implements Disposable {
  private readonly collection = languages.createDiagnosticCollection('telnyxRooms');
  /** What is armed to look at a document, by its address. */
  private readonly looks = new Map<string, { dispose(): void }>();
  private readonly subscriptions = Disposable.from(
    this.collection,
    workspace.onDidOpenTextDocument(document => this.lookSoon(document)),
    workspace.onDidChangeTextDocument(({ document }) => this.lookSoon(document)),
    workspace.onDidCloseTextDocument(document => this.forget(document)),
    settings.onDidChange('diagnostics')(() => this.lookAtAll()),
  );

  /**
   * @param clock this machine's clock
   * @param now what time it is for the API, in milliseconds since the epoch
   */
  constructor(
    private readonly clock: Clock,
    private readonly now: () => number,
  ) {
    this.lookAtAll();
  }

  dispose(): void {
    this.looks.forEach(look => look.dispose());
    this.subscriptions.dispose();
  }

  private lookAtAll(): void {
    if (settings.diagnostics()) {
      workspace.textDocuments.forEach(document => this.lookSoon(document));
    } else {
      this.collection.clear();
    }
  }

  private lookSoon(document: TextDocument): void {
    if (!settings.diagnostics() || !isSearched(document)) {
      return;
    }
    const address = document.uri.toString();
    this.looks.get(address)?.dispose();
    const look = this.clock.schedule(pause, () => {
      this.looks.delete(address);
      this.look(document);
    });
    this.looks.set(address, look);
  }

  private look(document: TextDocument): void {
    if (document.isClosed || !settings.diagnostics()) {
      return;
    }
    const now = this.now();
    const secrets = findSecrets(document.getText());
    this.collection.set(
      document.uri,
      secrets.map(secret => secretMark(document, secret, now)),
    );
  }

  private forget({ uri }: TextDocument): void {
    const address = uri.toString();
    this.looks.get(address)?.dispose();
    this.looks.delete(address);
    this.collection.delete(uri);
  }
}
