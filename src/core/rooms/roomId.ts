/** A UUID, with the blanks and quotes that come along when it is copied out of code, a log or a chat. */
const uuidPattern = /^[\s"'`“”‘’]*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[\s"'`“”‘’,;]*$/i;

/**
 * A room id as the API writes it (a lower-case UUID), out of what somebody typed or pasted:
 * any case, blanks and quotes around it forgiven. Undefined when it is no UUID.
 */
export function parseRoomId(text: string): string | undefined {
  return uuidPattern.exec(text)?.[1]?.toLowerCase();
}

/** The first block of a room id: enough to tell rooms apart in a row. */
export function shortRoomId(roomId: string): string {
  return roomId.slice(0, 8);
}
