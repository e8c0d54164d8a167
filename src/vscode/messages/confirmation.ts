import { window } from 'vscode';

/** How long a confirmation stands in the status bar, in milliseconds. */
const confirmationTime = 4000;

/** Says in the status bar, for a moment, that something was done: it goes by itself. */
export function confirm(text: string): void {
  window.setStatusBarMessage(text, confirmationTime);
}
