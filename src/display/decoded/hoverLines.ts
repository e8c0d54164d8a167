import type { DecodedToken } from '../../core/tokens/decodeToken';
import { t } from '../l10n';
import { utcTime } from '../timeText';
import { tokenSummary } from './tokenSummary';

/** The two lines of the hover on a token; nothing in them comes from the token but ids and times. */
export function hoverLines(token: DecodedToken, now: number): readonly [string, string] {
  const { expiresAt } = token.times;
  const origin = t('Decoded, not verified: Telnyx publishes no key.');
  return [
    tokenSummary(token, now),
    expiresAt === undefined ? origin : `${origin} ${t`Expires ${utcTime(expiresAt)} (UTC).`}`,
  ];
}
