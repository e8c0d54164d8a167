import type { Row } from '../../display/row';

/** An element of the tree. It names its room by key: tokens are read at the moment of use. */
export type RoomNode =
  | { readonly kind: 'room'; readonly roomKey: string }
  | { readonly kind: 'row'; readonly roomKey: string; readonly row: Row };

/** The room's key out of what a command was called with: a tree element, or a key itself. */
export function roomKeyOfArgument(argument: unknown): string | undefined {
  if (typeof argument === 'string') {
    return argument;
  }
  const key = (argument as { roomKey?: unknown } | null | undefined)?.roomKey;
  return typeof key === 'string' ? key : undefined;
}
