import { commands } from 'vscode';

/** VS Code collects changes of an input and sends them when the running code has ended. */
function updatesSent(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 0));
}

/** Enter, in the quick input that is open. */
export async function accept(): Promise<void> {
  await updatesSent();
  await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  await updatesSent();
}

/** Escape, in the quick input that is open. */
export async function cancel(): Promise<void> {
  await updatesSent();
  await commands.executeCommand('workbench.action.closeQuickOpen');
}

/** The Back button, in the quick input that is open. */
export async function back(): Promise<void> {
  await updatesSent();
  await commands.executeCommand('workbench.action.quickInputBack');
}

/** Arrow down, in the quick pick that is open. */
export async function down(): Promise<void> {
  await commands.executeCommand('workbench.action.quickOpenSelectNext');
}
