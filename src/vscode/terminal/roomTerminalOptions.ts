import { ThemeIcon, workspace, type TerminalOptions } from 'vscode';
import { usualMinValidSeconds } from '../../core/rooms/lastingToken';
import { t } from '../../display/l10n';
import { roomTerminal } from '../../display/roomTerminal';
import { chooseFromAll } from '../commands/chooseRoom';
import { commandIds } from '../commands/commandIds';
import { lastingToken } from '../commands/lastingToken';
import { commandAction } from '../commands/remedyActions';
import { manageTrust } from '../messages/manageTrust';
import type { Services } from '../services';

/**
 * The options of a terminal for a room: the one that the argument names, the only one, or the one that
 * the user picks. Undefined when there is to be none; why has then been said, or the user knows.
 *
 * @throws {ApiError} of kind `cancelled` when the user cancelled.
 */
export async function roomTerminalOptions(
  services: Services,
  argument: unknown,
): Promise<TerminalOptions | undefined> {
  const { clocks, messages, rooms } = services;
  if (!workspace.isTrusted) {
    messages.error(
      t(
        'A room terminal would hand a token to what this workspace runs. Trust the workspace first.',
      ),
      manageTrust,
    );
    return undefined;
  }
  const room = await chooseFromAll(services, argument, t('Open Room Terminal'), {
    text: t('There is no room to open a terminal for yet.'),
    action: commandAction(t('Add Room Token'), commandIds.addToken),
  });
  const token = room && (await lastingToken(services, room, usualMinValidSeconds));
  if (room === undefined || token === undefined) {
    return undefined;
  }
  const { record } = rooms.get(room.key) ?? room;
  return {
    ...roomTerminal(record, token, clocks.now(record.baseUrl)),
    iconPath: new ThemeIcon('device-camera-video'),
    // VS Code keeps the environment of other terminals, to restore them after a restart.
    isTransient: true,
  };
}
