import { decodeToken } from './decodeToken';
import type { TokenKind } from './tokenKind';

/** A token that says nothing of itself: what it is called in an address is all that is known. */
export interface OpaqueToken {
  readonly kind: TokenKind;
  /** Offsets in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/**
 * The address of a room with a query, as the vendor's sample app takes it. Many services have a
 * parameter of the name `refresh_token`; the room's id tells Telnyx's.
 */
const roomAddress =
  /\/rooms\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}[^\s"'`<>?#]{0,200}[?#][^\s"'`<>]{1,32768}/gi;

/** A value of at least 20 characters with a digit in it: placeholders and code have none. */
const parameter =
  /[?&#](client|refresh)_token=(?=[A-Za-z_.~+/-]{0,16384}\d)([\w.~+/-]{20,16384}={0,2})/g;

/** Tokens in the addresses of rooms that are no JWTs. */
export function opaqueTokens(text: string): readonly OpaqueToken[] {
  return [...text.matchAll(roomAddress)].flatMap(address =>
    [...address[0].matchAll(parameter)].flatMap(match => {
      const [whole, kind = '', value = ''] = match;
      // A JWT of another service stays one, whatever it is called; a full stop ends the sentence.
      if (decodeToken(value.replace(/\.+$/, '')).ok) {
        return [];
      }
      const end = address.index + match.index + whole.length;
      return [{ kind: kind as TokenKind, start: end - value.length, end }];
    }),
  );
}
