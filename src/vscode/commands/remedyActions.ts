import { commands } from 'vscode';
import type { Remedy } from '../../display/errorMessage';
import type { MessageAction } from '../messages/messages';
import { commandIds, type CommandId } from './commandIds';

/** What the buttons of a failure lead to that are no commands of their own; those that it can have. */
export type RemedyTargets = Partial<
  Record<
    Extract<Remedy, 'tryAgain' | 'tryWithApiKey' | 'enterRefreshToken' | 'renew'>,
    () => Promise<unknown>
  >
>;

const nothing = () => Promise.resolve();

/** The button for a remedy. */
export function remedyAction(remedy: Remedy, targets: RemedyTargets): MessageAction {
  switch (remedy) {
    case 'tryAgain':
      return { label: 'Try Again', run: targets.tryAgain ?? nothing };
    case 'tryWithApiKey':
      return { label: 'Try with API Key', run: targets.tryWithApiKey ?? nothing };
    case 'renew':
      return { label: 'Renew', run: targets.renew ?? nothing };
    case 'enterRefreshToken':
      return { label: 'Enter Refresh Token', run: targets.enterRefreshToken ?? nothing };
    case 'setApiKey':
      return commandAction('Set API Key', commandIds.setApiKey);
    case 'trySandbox':
      return commandAction('Start the Sandbox', commandIds.trySandbox);
    case 'collectNetworkDiagnostics':
      return commandAction('Collect Diagnostics', commandIds.collectNetworkDiagnostics);
    case 'showLog':
      return commandAction('Show Log', commandIds.showLog);
  }
}

/** A button that runs a command. */
export function commandAction(
  label: string,
  command: CommandId,
  ...args: readonly unknown[]
): MessageAction {
  return { label, run: async () => commands.executeCommand(command, ...args) };
}
