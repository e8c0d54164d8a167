import { parseRoomId } from '../rooms/roomId';
import type { NamedValue } from './namedValues';

/** The room of a path (`/rooms/<uuid>/actions/…`) or of a grant's resource (`…:rooms:<uuid>`). */
const roomReference =
  /(?<![\w-])rooms?[/:]([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/gi;

/** The ids of the rooms that a text itself names, in a path or as a `room_id`, each once. */
export function roomIdsInText(text: string, values: readonly NamedValue[]): readonly string[] {
  const references = [...text.matchAll(roomReference)].map(match => match[1] ?? '');
  const named = values.filter(({ name }) => /room(?:id)?$/.test(name)).map(({ value }) => value);
  const ids = [...references, ...named].map(parseRoomId).filter(id => id !== undefined);
  return [...new Set(ids)];
}

/** The one room that tokens and text agree on, or the rooms of tokens that can't go together. */
export type PastedRoom =
  { readonly roomId?: string } | { readonly differentRoomIds: readonly string[] };

/**
 * The room of tokens with these granted room ids. Grants decide; the text does only where they name
 * no room, or several.
 */
export function pastedRoom(
  grantedRoomIds: readonly (readonly string[])[],
  idsInText: readonly string[],
): PastedRoom {
  const granted = grantedRoomIds.filter(ids => ids.length > 0);
  if (granted.length === 0) {
    return onlyRoom(idsInText);
  }
  const all = [...new Set(granted.flat())];
  const common = all.filter(id => granted.every(ids => ids.includes(id)));
  if (common.length === 0) {
    return { differentRoomIds: all };
  }
  return onlyRoom(common.length === 1 ? common : common.filter(id => idsInText.includes(id)));
}

function onlyRoom(ids: readonly string[]): PastedRoom {
  const [roomId, ...others] = ids;
  return roomId !== undefined && others.length === 0 ? { roomId } : {};
}
