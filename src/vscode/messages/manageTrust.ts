import { commands } from 'vscode';
import type { MessageAction } from './messages';

/** The button that leads to where the user can trust the workspace. */
export const manageTrust: MessageAction = {
  label: 'Manage Workspace Trust',
  run: async () => commands.executeCommand('workbench.trust.manage'),
};
