import type { Diagnostic } from 'vscode';

/** Where the marks on secrets come from, as the view Problems says it. */
export const markSource = 'Telnyx Room Tokens';

/** Whether a diagnostic is a mark on a secret, and not another extension's. */
export function isSecretMark(diagnostic: Diagnostic): boolean {
  return diagnostic.source === markSource;
}
