import { workspace } from 'vscode';
import type { WorkspaceTrust } from '../../core/envFiles/workspaceTrust';

/** Whether the user trusts what is open in this window. */
export const workspaceTrust: WorkspaceTrust = {
  isTrusted: () => workspace.isTrusted,
  onDidGrant: listener => workspace.onDidGrantWorkspaceTrust(() => listener()),
};
