import { window } from 'vscode';
import type { EnvLink } from '../../core/envFiles/envLink';
import type { UnlinkOutcome } from '../../core/envFiles/linkRemoval';
import { refusalSentence } from '../../display/envLinkText';
import { plainText } from '../../display/plainText';
import { roomTitle } from '../../display/roomTitle';
import { linkOfArgument } from '../envFiles/linkOfArgument';
import { shownPath } from '../envFiles/shownPath';
import type { Services } from '../services';
import { trustIsGiven } from './trustIsGiven';

const unlink = 'Unlink';
const unlinkAndRemove = 'Unlink and Remove Value';

/** `Telnyx: Unlink .env File…`: ends a link, and takes the token out of the file where that is wanted. */
export async function unlinkEnvFile(services: Services, argument: unknown): Promise<void> {
  const { envSync, messages, rooms } = services;
  const link = await chooseLink(services, argument);
  if (link === undefined) {
    return;
  }
  const path = shownPath(link.file);
  const room = rooms.get(link.roomKey);
  const answer = await window.showWarningMessage(
    `Unlink ${plainText(path)}?`,
    {
      modal: true,
      detail: `${link.variable} no longer gets the client tokens${
        room ? ` of room ${roomTitle(room.record)}` : ''
      }. The one that is there can stay, or be taken out with its line.`,
    },
    unlink,
    unlinkAndRemove,
  );
  if (answer === unlink) {
    await envSync.unlink(link, { withValue: false });
    messages.info(`Unlinked ${path}.`);
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
    messages.info('No .env file of this workspace is linked.');
    return undefined;
  }
  const picked = await window.showQuickPick(items, {
    title: 'Unlink .env File',
    placeHolder: 'Which link shall end?',
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
      messages.info(`Unlinked ${path}, and took ${variable} out of it.`);
      break;
    case 'unchanged':
      messages.info(
        `Unlinked ${path}. ${variable} holds no token of the room, and stays as it is.`,
      );
      break;
    case 'missing':
      messages.info(`Unlinked ${path}, which is gone.`);
      break;
    case 'unsaved':
      messages.error(`${path} has unsaved changes. Save or revert it, then unlink it again.`);
      break;
    case 'refused':
      messages.error(refusalSentence(outcome.refusal, path));
      break;
    case 'busy':
    case 'untrusted':
      messages.error(`${path} could not be changed now. Try again.`);
      break;
  }
}
