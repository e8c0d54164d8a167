import { commands } from 'vscode';
import type { KeptLink } from '../../core/envFiles/envSync';
import type { Room } from '../../core/rooms/room';
import { detailRows, unreadableRows } from '../../display/detailRows';
import { envLinkRow } from '../../display/envLinkRow';
import type { RoomContext } from '../../display/roomContext';
import type { Row } from '../../display/row';
import { shownPath } from '../envFiles/shownPath';
import type { Services } from '../services';

// What the rows of the view say, and how they are drawn, in a bundle of its own.
export { roomRow } from '../../display/roomRow';
export { rowItem } from './rowItem';

/**
 * What stands under a room's row, for a user who has opened it; a step of the walkthrough is done by
 * that.
 */
export async function openedRows(
  { clock, details, envSync }: Pick<Services, 'clock' | 'details' | 'envSync'>,
  room: Room,
  context: RoomContext,
): Promise<readonly Row[]> {
  void commands.executeCommand('setContext', 'telnyxRooms.hasOpenedRoom', true);
  const links = () => linkRows(envSync.ofRoom(room.key), clock.now());
  try {
    return detailRows(room, await details.read(room), context, links());
  } catch {
    return [...unreadableRows(room), ...links()];
  }
}

/** The rows of a room's links at `now`, in milliseconds since the epoch by this machine. */
function linkRows(links: readonly KeptLink[], now: number): readonly Row[] {
  return links.map(kept => envLinkRow(kept, shownPath(kept.link.file), now));
}
