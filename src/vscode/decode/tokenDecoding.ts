import { CodeActionKind, Disposable, languages } from 'vscode';
import { loadOnce } from '../../core/loadOnce';
import { commandIds } from '../commands/commandIds';
import { readOnlyScheme } from '../readOnlyDocuments';
import type { Services } from '../services';
import { settings } from '../settings';
import { isSecretMark } from './isSecretMark';
import { watchForSecrets } from './watchForSecrets';

/**
 * Decodes tokens where they stand: under the pointer, as secrets in files, and by the command, which
 * is answered. What that takes is loaded when there is something to look at.
 */
export function registerDecoding({
  clock,
  clocks,
  documents,
  messages,
}: Pick<Services, 'clock' | 'clocks' | 'documents' | 'messages'>): {
  readonly providers: Disposable;
  readonly decodeToken: () => Promise<void>;
} {
  const now = () => {
    const api = settings.apiBaseUrl();
    return api.ok ? clocks.now(api.baseUrl) : clock.now();
  };
  const load = loadOnce(() => import('./decoding'));
  const providers = Disposable.from(
    languages.registerHoverProvider('*', {
      async provideHover(document, position) {
        return document.uri.scheme === readOnlyScheme
          ? undefined
          : (await load()).tokenHover(document, position, now());
      },
    }),
    languages.registerCodeActionsProvider(
      '*',
      {
        async provideCodeActions(document, _range, { diagnostics }) {
          const ours = diagnostics.filter(isSecretMark);
          return ours.length === 0 ? [] : (await load()).secretFixes(document, ours);
        },
      },
      { providedCodeActionKinds: [CodeActionKind.QuickFix] },
    ),
    watchForSecrets(clock, async () => {
      const { SecretDiagnostics } = await load();
      return new SecretDiagnostics(clock, now);
    }),
  );
  const decodeToken = () =>
    messages.guard(commandIds.decodeToken, async () => {
      const { decodeToken } = await load();
      await decodeToken({ documents, messages, now });
    });
  return { providers, decodeToken };
}
