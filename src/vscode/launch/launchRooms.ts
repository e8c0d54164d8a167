import { parseLaunchArguments, type LaunchArguments } from '../../core/launch/launchArguments';
import { LaunchChoices } from '../../core/launch/launchChoices';
import { roomsNamed, roomsWithToken } from '../../core/launch/launchRooms';
import type { Room } from '../../core/rooms/room';
import { t } from '../../display/l10n';
import { launchArgumentsSentence } from '../../display/launch/launchArgumentsSentence';
import { plainText } from '../../display/plainText';
import { chooseRoom } from '../commands/chooseRoom';
import { commandIds, type CommandId } from '../commands/commandIds';
import { commandAction } from '../commands/remedyActions';
import type { Services } from '../services';

/** What a launch wants of a room, and the rooms that it can be: at least one. */
export interface LaunchRequest extends LaunchArguments {
  readonly command: CommandId;
  readonly configuration: unknown;
  readonly candidates: readonly Room[];
}

/** Finds the room that a launch is for. */
export class LaunchRooms {
  private readonly choices = new LaunchChoices([commandIds.clientToken, commandIds.roomId]);

  constructor(private readonly services: Services) {}

  /** Reads what a command was called with; what is wrong with it is said. Asks nothing yet. */
  read(command: CommandId, argument: unknown): LaunchRequest | undefined {
    const { messages, rooms } = this.services;
    const result = parseLaunchArguments(argument);
    if (!result.ok) {
      messages.error(launchArgumentsSentence(result.problem));
      return undefined;
    }
    const { args } = result;
    const candidates =
      args.room === undefined ? roomsWithToken(rooms.all()) : roomsNamed(rooms.all(), args.room);
    if (candidates.length === 0) {
      this.sayNone(args.room);
      return undefined;
    }
    return { ...args, command, configuration: argument, candidates };
  }

  /** The only room that it can be, the one that the launch's other command asked for, or the picked. */
  async choose(request: LaunchRequest): Promise<Room | undefined> {
    const { rooms } = this.services;
    const { command, configuration, candidates } = request;
    const taken = this.choices.take(command, configuration);
    if (taken !== undefined) {
      return rooms.get(taken);
    }
    const room = await chooseRoom(this.services, undefined, titleOf(request), candidates);
    if (room !== undefined && candidates.length > 1) {
      this.choices.keep({ command, configuration, roomKey: room.key });
    }
    // It may have a new token since the launch has waited for its turn.
    return room && rooms.get(room.key);
  }

  private sayNone(name: string | undefined): void {
    const text =
      name === undefined
        ? t('There is no room yet whose client token could be given. Get one and start again.')
        : t`A launch asks for the room "${plainText(name, 60)}", and no room here has this ID or name. Correct its "args", or get a token of the room.`;
    this.services.messages.error(
      text,
      commandAction(t('New Room Token'), commandIds.newToken),
      commandAction(t('Add Room Token'), commandIds.addToken),
    );
  }
}

/** Says what asks, where it has a name: several launches may ask one after the other. */
function titleOf({ command, configuration }: LaunchRequest): string {
  const { name } = (configuration as { name?: unknown } | null | undefined) ?? {};
  const configurationName = typeof name === 'string' ? plainText(name, 40) : undefined;
  if (command === commandIds.clientToken) {
    // Translators: {0} is the name of what starts a program.
    return configurationName === undefined
      ? t('Client Token for a Launch')
      : t`Client Token for ${configurationName}`;
  }
  // Translators: {0} is the name of what starts a program.
  return configurationName === undefined
    ? t('Room ID for a Launch')
    : t`Room ID for ${configurationName}`;
}
