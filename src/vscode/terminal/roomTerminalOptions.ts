import { commands, ThemeIcon, workspace, type TerminalOptions } from 'vscode';
import { usualMinValidSeconds } from '../../core/rooms/lastingToken';
import { roomTerminal } from '../../display/roomTerminal';
import { chooseRoom } from '../commands/chooseRoom';
import { commandIds } from '../commands/commandIds';
import { lastingToken } from '../commands/lastingToken';
import { commandAction } from '../commands/remedyActions';
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
      'A room terminal would hand a token to what this workspace runs. Trust the workspace first.',
      {
        label: 'Manage Workspace Trust',
        run: async () => commands.executeCommand('workbench.trust.manage'),
      },
    );
    return undefined;
  }
  const room = await chooseRoom(services, argument, 'Open Room Terminal', rooms.all());
  if (room === undefined) {
    if (rooms.all().length === 0) {
      messages.info(
        'There is no room to open a terminal for yet.',
        commandAction('Add Room Token', commandIds.addToken),
      );
    }
    return undefined;
  }
  const token = await lastingToken(services, room, usualMinValidSeconds);
  if (token === undefined) {
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
