import type { DecodedToken } from '../../core/tokens/decodeToken';
import { utcTime } from '../timeText';
import { tokenSummary } from './tokenSummary';

/** The two lines of the hover on a token; nothing in them comes from the token but ids and times. */
export function hoverLines(token: DecodedToken, now: number): readonly [string, string] {
  const { expiresAt } = token.times;
  const end = expiresAt === undefined ? '' : ` Expires ${utcTime(expiresAt)} (UTC).`;
  return [tokenSummary(token, now), `Decoded, not verified: Telnyx publishes no key.${end}`];
}
