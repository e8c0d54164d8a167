import { commands } from 'vscode';
import type { Remedy } from '../../display/errorMessage';
import { t } from '../../display/l10n';
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
      return { label: t('Try Again'), run: targets.tryAgain ?? nothing };
    case 'tryWithApiKey':
      return { label: t('Try with API Key'), run: targets.tryWithApiKey ?? nothing };
    case 'renew':
      return { label: t('Renew'), run: targets.renew ?? nothing };
    case 'enterRefreshToken':
      return { label: t('Enter Refresh Token'), run: targets.enterRefreshToken ?? nothing };
    case 'setApiKey':
      return commandAction(t('Set API Key'), commandIds.setApiKey);
    case 'trySandbox':
      return commandAction(t('Start the Sandbox'), commandIds.trySandbox);
    case 'collectNetworkDiagnostics':
      return commandAction(t('Collect Diagnostics'), commandIds.collectNetworkDiagnostics);
    case 'showLog':
      return commandAction(t('Show Log'), commandIds.showLog);
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
