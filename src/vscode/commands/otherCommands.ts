import { commandIds, type CommandId } from './commandIds';

/** Commands that answer something, or work without the services. */
const otherCommands = [commandIds.decodeToken, commandIds.clientToken, commandIds.roomId] as const;

/** See `otherCommands`. */
export type OtherCommand = (typeof otherCommands)[number];

/** Whether a command is none of those in `commandHandlers.ts`. */
export function isOtherCommand(id: CommandId): id is OtherCommand {
  return otherCommands.some(other => other === id);
}
