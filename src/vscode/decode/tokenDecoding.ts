import { commands, Disposable } from 'vscode';
import { commandIds } from '../commands/commandIds';
import type { Services } from '../services';
import { settings } from '../settings';
import { decodeToken } from './decodeToken';
import { SecretDiagnostics } from './secretDiagnostics';
import { registerSecretFixes } from './secretFixes';
import { registerTokenHover } from './tokenHover';

/** Decodes tokens where they stand: by a command, under the pointer, and as secrets in files. */
export function registerDecoding({
  clock,
  clocks,
  documents,
  messages,
}: Pick<Services, 'clock' | 'clocks' | 'documents' | 'messages'>): Disposable {
  const now = () => {
    const api = settings.apiBaseUrl();
    return api.ok ? clocks.now(api.baseUrl) : clock.now();
  };
  return Disposable.from(
    commands.registerCommand(commandIds.decodeToken, () =>
      messages.guard(commandIds.decodeToken, () => decodeToken({ documents, messages, now })),
    ),
    registerTokenHover(now),
    new SecretDiagnostics(clock, now),
    registerSecretFixes(),
  );
}
