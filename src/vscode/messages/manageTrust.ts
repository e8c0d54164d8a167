import { commands } from 'vscode';
import { t } from '../../display/l10n';
import type { MessageAction } from './messages';

/** The button that leads to where the user can trust the workspace. */
export const manageTrust: MessageAction = {
  label: t('Manage Workspace Trust'),
  run: async () => commands.executeCommand('workbench.trust.manage'),
};
