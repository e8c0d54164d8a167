import { window, workspace, type WorkspaceFolder } from 'vscode';
import { launchVariables, type LaunchFileProblem } from '../../core/launchFile/launchFile';
import type { Room } from '../../core/rooms/room';
import { t } from '../../display/l10n';
import { launchFileSentence } from '../../display/launch/launchFileSentence';
import { plainText } from '../../display/plainText';
import { roomTitle } from '../../display/roomTitle';
import { chooseFromAll } from '../commands/chooseRoom';
import { commandIds } from '../commands/commandIds';
import { commandAction } from '../commands/remedyActions';
import { trustIsGiven } from '../commands/trustIsGiven';
import type { Services } from '../services';
import { chooseLaunchTarget } from './chooseLaunchTarget';
import { LaunchDocument } from './launchDocument';

const title = t('Add to launch.json');
// Translators: a button; what a file holds is replaced.
const replace = t('Replace');

/** `Telnyx: Add to launch.json`: lets a launch configuration give its program a room's client token. */
export async function addToLaunch(services: Services, argument: unknown): Promise<void> {
  if (!trustIsGiven(services)) {
    return;
  }
  const room = await chooseFromAll(services, argument, title, {
    text: t('There is no room to add to launch.json yet.'),
    action: commandAction(t('New Room Token'), commandIds.newToken),
  });
  const folder = room && (await chooseFolder(services));
  if (room !== undefined && folder !== undefined) {
    await addToFolder(services, room, folder);
  }
}

async function addToFolder(
  { messages }: Services,
  { record }: Room,
  folder: WorkspaceFolder,
): Promise<void> {
  const file = await LaunchDocument.open(folder);
  if (file === undefined) {
    messages.error(
      t(
        'launch.json is reached through a symbolic link, which may lead out of the workspace. Put a file or folder of its own in place of the link, then try again.',
      ),
    );
    return;
  }
  const refuse = async (problem: LaunchFileProblem) => {
    await file.show(problem);
    messages.error(launchFileSentence(problem));
  };
  const { addRoomToLaunch, launchConfigurations } = await loadLaunchFileEditing();
  const known = launchConfigurations(file.text);
  if (!known.ok) {
    return refuse(known.problem);
  }
  const target = await chooseLaunchTarget(title, known.value, folder);
  if (target === undefined) {
    return;
  }
  const room = { roomId: record.id, command: commandIds.clientToken };
  const change = addRoomToLaunch(file.text, target, room);
  if (!change.ok) {
    return refuse(change.problem);
  }
  const { edits, replaced } = change.value;
  const name = plainText(change.value.name, 60);
  if (replaced.length > 0 && !(await mayReplace(name, replaced, roomTitle(record)))) {
    return;
  }
  if (!(await file.apply(edits))) {
    messages.error(
      t('launch.json could not be changed: it was changed meanwhile, or is read-only.'),
    );
    return;
  }
  messages.info(
    edits.length === 0
      ? t`The configuration "${name}" gets the token of room ${roomTitle(record)} already.`
      : t`The configuration "${name}" now gets the token of room ${roomTitle(record)} as ${launchVariables.token}.`,
  );
}

/** The only folder, or the one that the user picks; where there is none, that is said. */
async function chooseFolder({
  messages,
}: Pick<Services, 'messages'>): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    messages.info(t('A launch.json belongs to a folder. Open one, then try again.'));
  }
  return folders.length < 2
    ? folders[0]
    : window.showWorkspaceFolderPick({ placeHolder: t('Whose launch.json?') });
}

async function mayReplace(
  configuration: string,
  variables: readonly string[],
  room: string,
): Promise<boolean> {
  // Translators: names of two variables.
  const names = variables.reduce((one, other) => t`${one} and ${other}`);
  const answer = await window.showWarningMessage(
    t`Replace ${names} of the configuration "${configuration}"?`,
    // Translators: it is a variable, or several.
    { modal: true, detail: t`It has another value, and would get that of room ${room}.` },
    replace,
  );
  return answer === replace;
}

/** In a bundle of its own, with the parser: most windows never need it. */
function loadLaunchFileEditing() {
  return import('../../core/launchFile/editLaunchFile');
}
