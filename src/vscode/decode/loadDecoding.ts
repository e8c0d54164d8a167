import type * as decoding from '../../display/decoded/decoding';

/** What looks into tokens. */
export type Decoding = typeof decoding;

/** Loads the bundle that looks into tokens, at the first call. */
export function loadDecoding(): Promise<Decoding> {
  return import('../../display/decoded/decoding');
}
