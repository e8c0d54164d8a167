import { window, workspace } from 'vscode';
import { t } from '../../display/l10n';
import { plainText } from '../../display/plainText';
import { manageTrust } from '../messages/manageTrust';
import type { Services } from '../services';

const give = t('Give Tokens');

/** Whether the workspace is trusted, now; where it is not, it is said that it gets no token. */
export function isTrustedWorkspace({ messages }: Pick<Services, 'messages'>): boolean {
  if (!workspace.isTrusted) {
    messages.error(
      t(
        "Programs of a workspace that you don't trust get no Telnyx tokens. Trust it first, if you know who wrote it.",
      ),
      manageTrust,
    );
  }
  return workspace.isTrusted;
}

/** Whether programs that this workspace starts may have client tokens; asks the first time. */
export function obtainConsent({
  launchConsent,
}: Pick<Services, 'launchConsent'>): Promise<boolean> {
  return launchConsent.obtain(async () => {
    const name = plainText(workspace.name ?? '', 60);
    const answer = await window.showWarningMessage(
      name === ''
        ? t('Give client tokens to programs that this window starts?')
        : t`Give client tokens to programs that the workspace ${name} starts?`,
      {
        modal: true,
        detail: [
          // Translators: of the workspace, or of the window. Terminals are those that its settings ask for.
          t(
            'Its launch configurations and tasks, and the terminals that it sets, get the client token of a room whenever they ask for one, and so can other extensions in this window. Whoever has a client token can join its room until it expires. Refresh tokens and API keys are never given.',
          ),
          // Translators: the view and the command are named as the manifest names them.
          t(
            'The view Room Tokens shows that this is allowed, and the command "Telnyx: Stop Giving Tokens to Launches" takes it back.',
          ),
        ].join('\n\n'),
      },
      give,
    );
    return answer === give;
  });
}
