import { commandIds, type CommandId } from './commandIds';

/** Commands that are registered where what they work with is made, or that answer something. */
const registeredElsewhere = [
  commandIds.decodeToken,
  commandIds.clientToken,
  commandIds.roomId,
] as const;

/** See `registeredElsewhere`. */
export type RegisteredElsewhere = (typeof registeredElsewhere)[number];

/** Whether `registerCommands` leaves a command to others. */
export function isRegisteredElsewhere(id: CommandId): id is RegisteredElsewhere {
  return registeredElsewhere.some(other => other === id);
}
