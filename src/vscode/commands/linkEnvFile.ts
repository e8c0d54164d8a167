import { commands, workspace } from 'vscode';
import type { EnvLink } from '../../core/envFiles/envLink';
import { usualMinValidSeconds } from '../../core/rooms/lastingToken';
import type { Room } from '../../core/rooms/room';
import { envLinkProblem } from '../../display/envLinkText';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { shownPath } from '../envFiles/shownPath';
import { askEnvLink } from '../prompts/askEnvLink';
import type { Services } from '../services';
import { chooseFromAll } from './chooseRoom';
import { commandIds } from './commandIds';
import { showFile } from './envLinkCommands';
import { lastingToken } from './lastingToken';
import { mayHoldToken } from './mayHoldToken';
import { commandAction } from './remedyActions';
import { trustIsGiven } from './trustIsGiven';

const title = t('Link .env File');

/** `Telnyx: Link .env File…`: keeps a room's client token in a variable of a file from now on. */
export async function linkEnvFile(services: Services, argument: unknown): Promise<void> {
  const { envSync } = services;
  if (!hasFolder(services) || !trustIsGiven(services)) {
    return;
  }
  const room = await chooseFromAll(services, argument, title, {
    text: t('There is no room to link yet.'),
    action: commandAction(t('Add Room Token'), commandIds.addToken),
  });
  if (room === undefined) {
    return;
  }
  const link = await askEnvLink(title, room.key, envSync.all());
  if (
    link !== undefined &&
    (await mayHoldToken(services, link)) &&
    (await lastingToken(services, room, usualMinValidSeconds)) !== undefined
  ) {
    await keep(services, room, link);
  }
}

/** What goes wrong from here on is said where it is said of every link. */
async function keep(
  { envSync, messages, view }: Services,
  room: Room,
  link: EnvLink,
): Promise<void> {
  const state = await envSync.link(link);
  await view.reveal(room.key, { focus: false });
  const path = shownPath(link.file);
  const open = { label: t('Open File'), run: () => showFile(link.file) };
  if (state.kind === 'current') {
    messages.info(
      t`Linked ${path}: ${link.variable} holds the client token of room ${roomTitle(room.record)} now, and each new one.`,
      open,
    );
  } else if (state.kind === 'waiting') {
    const problem = envLinkProblem(state, { path, variable: link.variable }) ?? '';
    messages.info(`${t`Linked ${path}.`} ${problem}`, open);
  }
}

function hasFolder({ messages }: Pick<Services, 'messages'>): boolean {
  const isThere = (workspace.workspaceFolders ?? []).length > 0;
  if (!isThere) {
    messages.info(t('Open the folder that holds your .env file first.'), {
      label: t('Open Folder'),
      run: async () => commands.executeCommand('workbench.action.files.openFolder'),
    });
  }
  return isThere;
}
