import { commands, workspace } from 'vscode';
import type { Services } from '../services';

/** Whether files of the workspace may be written; says what to do where they may not. */
export function trustIsGiven({ messages }: Pick<Services, 'messages'>): boolean {
  if (!workspace.isTrusted) {
    messages.info('Files of a workspace that you do not trust are not written. Trust it first.', {
      label: 'Manage Workspace Trust',
      run: async () => commands.executeCommand('workbench.trust.manage'),
    });
  }
  return workspace.isTrusted;
}
