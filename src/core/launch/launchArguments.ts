import { usualMinValidSeconds } from '../rooms/lastingToken';
import { clientTokenTtl } from '../rooms/tokenTtl';
import { mentionsCommand } from './substitution';

/** What an input of type `command` may say about the token or the room ID that it wants. */
export interface LaunchArguments {
  /** A room's ID, its name in the account, the name that the user gave it, or its key. */
  readonly room?: string;
  /** How many seconds the client token has to last at least, from 0 to 3600. */
  readonly minValidSeconds: number;
}

/** What is wrong with arguments. */
export type LaunchArgumentsProblem =
  | { readonly kind: 'notAnObject' }
  | { readonly kind: 'unknownMember'; readonly name: string }
  | { readonly kind: 'room' }
  | { readonly kind: 'minValidSeconds' };

/** The arguments, or what is wrong with them. */
export type LaunchArgumentsResult =
  | { readonly ok: true; readonly args: LaunchArguments }
  | { readonly ok: false; readonly problem: LaunchArgumentsProblem };

const usual: LaunchArgumentsResult = { ok: true, args: { minValidSeconds: usualMinValidSeconds } };

/**
 * Reads what a launch's command was called with. VS Code passes the `args` of an input as they are;
 * for `${command:…}` it passes everything that it substitutes variables in, which says nothing.
 */
export function parseLaunchArguments(argument: unknown): LaunchArgumentsResult {
  if (argument === undefined || argument === null || isConfiguration(argument)) {
    return usual;
  }
  if (typeof argument !== 'object' || Array.isArray(argument)) {
    return refused({ kind: 'notAnObject' });
  }
  const { room, minValidSeconds, ...others } = argument as Readonly<Record<string, unknown>>;
  const [name] = Object.keys(others);
  if (name !== undefined) {
    return refused({ kind: 'unknownMember', name });
  }
  if (room !== undefined && (typeof room !== 'string' || room.trim() === '')) {
    return refused({ kind: 'room' });
  }
  const seconds = minValidSeconds ?? usualMinValidSeconds;
  if (typeof seconds !== 'number' || !(seconds >= 0 && seconds <= clientTokenTtl.maximum)) {
    return refused({ kind: 'minValidSeconds' });
  }
  return {
    ok: true,
    args: { ...(room !== undefined && { room: room.trim() }), minValidSeconds: seconds },
  };
}

/** A launch configuration always has these two members; what tasks substitute in is a bare list. */
function isConfiguration(argument: unknown): boolean {
  const { type, request } = argument as { type?: unknown; request?: unknown };
  return (typeof type === 'string' && typeof request === 'string') || mentionsCommand(argument);
}

function refused(problem: LaunchArgumentsProblem): LaunchArgumentsResult {
  return { ok: false, problem };
}
