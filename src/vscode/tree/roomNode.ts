import type { Row } from '../../display/row';

/** An element of the tree. It names its room by key: tokens are read at the moment of use. */
export type RoomNode =
  | { readonly kind: 'room'; readonly roomKey: string }
  | { readonly kind: 'row'; readonly roomKey: string; readonly row: Row };
