import { window, workspace } from 'vscode';
import { plainText } from '../../display/plainText';
import { manageTrust } from '../messages/manageTrust';
import type { Services } from '../services';

const give = 'Give Tokens';

/** Whether the workspace is trusted, now; where it is not, it is said that it gets no token. */
export function isTrustedWorkspace({ messages }: Pick<Services, 'messages'>): boolean {
  if (!workspace.isTrusted) {
    messages.error(
      "Programs of a workspace that you don't trust get no Telnyx tokens. Trust it first, if you know who wrote it.",
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
    const answer = await window.showWarningMessage(
      `Give client tokens to programs that ${workspaceTitle()} starts?`,
      {
        modal: true,
        detail: [
          'Its launch configurations and tasks, and the terminals that it sets, get the client token of a room whenever they ask for one, and so can other extensions in this window. Whoever has a client token can join its room until it expires. Refresh tokens and API keys are never given.',
          'The view Room Tokens shows that this is allowed, and the command "Telnyx: Stop Giving Tokens to Launches" takes it back.',
        ].join('\n\n'),
      },
      give,
    );
    return answer === give;
  });
}

function workspaceTitle(): string {
  const name = plainText(workspace.name ?? '', 60);
  return name === '' ? 'this window' : `the workspace ${name}`;
}
