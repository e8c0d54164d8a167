import { Disposable, workspace, type TextDocument } from 'vscode';
import type { Disposable as Owned } from '../../core/emitter';
import type { Clock } from '../../core/time/clock';
import { settings } from '../settings';
import { isSearched } from './searchedDocuments';

/** A window has more to do in its first moments, in milliseconds. */
const pause = 300;

/**
 * Loads what points out secrets, once a document is open that it searches. It then looks at every open
 * document itself, so none is missed meanwhile.
 */
export function watchForSecrets(clock: Clock, load: () => Promise<Owned>): Disposable {
  let state: 'waiting' | 'loading' | 'disposed' | { readonly diagnostics: Owned } = 'waiting';
  const start = async () => {
    if (state === 'waiting' && settings.diagnostics() && workspace.textDocuments.some(isSearched)) {
      state = 'loading';
      try {
        const diagnostics = await load();
        if (isDisposed()) {
          diagnostics.dispose();
        } else {
          state = { diagnostics };
        }
      } catch {
        // The next document is another try.
        state = isDisposed() ? state : 'waiting';
      }
    }
  };
  const isDisposed = () => state === 'disposed';
  const look = () => void start();
  const lookAt = (document: TextDocument) => {
    if (state === 'waiting' && isSearched(document)) {
      look();
    }
  };
  return Disposable.from(
    clock.schedule(pause, look),
    workspace.onDidOpenTextDocument(lookAt),
    workspace.onDidChangeTextDocument(({ document }) => lookAt(document)),
    settings.onDidChange('diagnostics')(look),
    new Disposable(() => {
      if (typeof state === 'object') {
        state.diagnostics.dispose();
      }
      state = 'disposed';
    }),
  );
}
