import type { KeptLink } from '../../core/envFiles/envSync';
import { envLinkRow } from '../../display/envLinkRow';
import type { Row } from '../../display/row';
import { shownPath } from '../envFiles/shownPath';

// What the rows of the view say, and how they are drawn, in a bundle of its own.
export { detailRows, unreadableRows } from '../../display/detailRows';
export { roomRow } from '../../display/roomRow';
export { rowItem } from './rowItem';

/** The rows of a room's links at `now`, in milliseconds since the epoch by this machine. */
export function linkRows(links: readonly KeptLink[], now: number): readonly Row[] {
  return links.map(kept => envLinkRow(kept, shownPath(kept.link.file), now));
}
