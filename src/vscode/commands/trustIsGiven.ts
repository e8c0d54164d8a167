import { workspace } from 'vscode';
import { t } from '../../display/l10n';
import { manageTrust } from '../messages/manageTrust';
import type { Services } from '../services';

/** Whether files of the workspace may be written; says what to do where they may not. */
export function trustIsGiven({ messages }: Pick<Services, 'messages'>): boolean {
  if (!workspace.isTrusted) {
    messages.info(
      t('Files of a workspace that you do not trust are not written. Trust it first.'),
      manageTrust,
    );
  }
  return workspace.isTrusted;
}
