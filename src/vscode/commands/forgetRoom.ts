import { window } from 'vscode';
import { forgottenLinksText } from '../../display/forgottenLinksText';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { shownPath } from '../envFiles/shownPath';
import { waitForStorage } from '../messages/storageWait';
import type { Services } from '../services';
import { chooseFromAll } from './chooseRoom';

const forget = t('Forget');

/** Deletes a room and its tokens, after a yes. */
export async function forgetRoom(services: Services, argument: unknown): Promise<void> {
  const { clock, envSync, pinned, tokens } = services;
  const room = await chooseFromAll(services, argument, t('Forget Room'), {
    text: t('There is no room to forget.'),
  });
  if (room === undefined) {
    return;
  }
  const paths = envSync.ofRoom(room.key).map(({ link }) => shownPath(link.file));
  const answer = await window.showWarningMessage(
    t`Forget room ${roomTitle(room.record)}?`,
    {
      modal: true,
      detail: `${t('Its client token and its refresh token are deleted from this machine.')}${forgottenLinksText(paths)}`,
    },
    forget,
  );
  if (answer !== forget) {
    return;
  }
  await envSync.leave(room.key);
  await waitForStorage(clock, tokens.forget(room.key));
  if (pinned.key === room.key) {
    await pinned.set(undefined);
  }
}
