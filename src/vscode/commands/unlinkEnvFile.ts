import { window } from 'vscode';
import type { EnvLink } from '../../core/envFiles/envLink';
import type { UnlinkOutcome } from '../../core/envFiles/linkRemoval';
import { refusalSentence } from '../../display/envLinkText';
import { t } from '../../display/l10n';
import { plainText } from '../../display/plainText';
import { roomTitle } from '../../display/roomTitle';
import { linkOfArgument } from '../envFiles/linkOfArgument';
import { shownPath } from '../envFiles/shownPath';
import type { Services } from '../services';
import { trustIsGiven } from './trustIsGiven';

const unlink = t('Unlink');
const unlinkAndRemove = t('Unlink and Remove Value');

/** `Telnyx: Unlink .env File…`: ends a link, and takes the token out of the file where that is wanted. */
export async function unlinkEnvFile(services: Services, argument: unknown): Promise<void> {
  const { envSync, messages, rooms } = services;
  const link = await chooseLink(services, argument);
  if (link === undefined) {
    return;
  }
  const path = shownPath(link.file);
  const room = rooms.get(link.roomKey);
  const loss = room
    ? t`${link.variable} no longer gets the client tokens of room ${roomTitle(room.record)}.`
    : t`${link.variable} no longer gets the client tokens.`;
  const answer = await window.showWarningMessage(
    t`Unlink ${plainText(path)}?`,
    {
      modal: true,
      // Translators: the one is the client token that the file holds.
      detail: `${loss} ${t('The one that is there can stay, or be taken out with its line.')}`,
    },
    unlink,
    unlinkAndRemove,
  );
  if (answer === unlink) {
    await envSync.unlink(link, { withValue: false });
    messages.info(t`Unlinked ${path}.`);
  } else if (answer === unlinkAndRemove && trustIsGiven(services)) {
    say(services, link, await envSync.unlink(link, { withValue: true }), path);
  }
}

async function chooseLink(services: Services, argument: unknown): Promise<EnvLink | undefined> {
  const { envSync, messages, rooms } = services;
  const given = linkOfArgument(envSync, argument);
  if (given !== undefined) {
    return given;
  }
  const items = envSync.all().map(link => {
    const room = rooms.get(link.roomKey);
    return {
      label: plainText(shownPath(link.file)),
      description: [link.variable, ...(room ? [roomTitle(room.record)] : [])].join(' · '),
      link,
    };
  });
  if (items.length === 0) {
    messages.info(t('No .env file of this workspace is linked.'));
    return undefined;
  }
  const picked = await window.showQuickPick(items, {
    title: t('Unlink .env File'),
    placeHolder: t('Which link shall end?'),
  });
  return picked?.link;
}

function say(
  { messages }: Services,
  { variable }: EnvLink,
  outcome: UnlinkOutcome,
  path: string,
): void {
  switch (outcome.kind) {
    case 'written':
      messages.info(t`Unlinked ${path}, and took ${variable} out of it.`);
      break;
    case 'unchanged':
      messages.info(
        t`Unlinked ${path}. ${variable} holds no token of the room, and stays as it is.`,
      );
      break;
    case 'missing':
      messages.info(t`Unlinked ${path}, which is gone.`);
      break;
    case 'unsaved':
      messages.error(t`${path} has unsaved changes. Save or revert it, then unlink it again.`);
      break;
    case 'refused':
      messages.error(refusalSentence(outcome.refusal, path));
      break;
    case 'busy':
    case 'untrusted':
      messages.error(t`${path} could not be changed now. Try again.`);
      break;
  }
}
