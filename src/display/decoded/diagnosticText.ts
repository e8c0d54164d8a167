import { defaultTokenVariable } from '../../core/envFiles/envVariables';
import type { FoundSecret } from '../../core/tokens/findTokens';
import { grantedRoomIds } from '../../core/tokens/grants';
import { t } from '../l10n';
import { lifeText, roomsText } from './tokenSummary';

interface SecretText {
  readonly name: string;
  readonly variable: string;
  /** What somebody who reads it can do, as a sentence. */
  readonly harm: string;
}

const texts: Readonly<Record<FoundSecret['kind'], SecretText>> = {
  clientToken: {
    name: t('Telnyx client token'),
    variable: defaultTokenVariable,
    harm: t('Whoever reads it can join the room until the token expires.'),
  },
  refreshToken: {
    name: t('Telnyx refresh token'),
    variable: 'TELNYX_REFRESH_TOKEN',
    harm: t('Whoever reads it can get client tokens of the room until the token expires.'),
  },
  apiKey: {
    name: t('Telnyx API key'),
    variable: 'TELNYX_API_KEY',
    harm: t('Whoever reads it can use the whole account until the key is revoked.'),
  },
};

/** The environment variable that a secret of this kind is usually kept in. */
export function usualVariable(kind: FoundSecret['kind']): string {
  return texts[kind].variable;
}

/**
 * What is wrong with a secret that stands in a file, and what to do about it, at `now` (milliseconds
 * since the epoch). Quotes nothing of it but room ids.
 */
export function diagnosticText(found: FoundSecret, now: number): string {
  const { name, variable, harm } = texts[found.kind];
  const secret = `${name}${detailText(found, now)}`;
  const expiresAt = found.decoded?.times.expiresAt;
  return [
    // Translators: {0} is such as "Telnyx client token (room 9e2a0cbe…, valid for 9 min)".
    found.inAddress
      ? t`${secret} in an address, which histories and logs keep.`
      : t`${secret} in this file.`,
    expiresAt !== undefined && expiresAt <= now
      ? t('It no longer works, and the next one would be a secret.')
      : harm,
    t`Put it into an environment variable such as ${variable} and read it from there.`,
  ].join(' ');
}

/** ` (room 9e2a0cbe…, valid for 9 min)`, as far as known. */
function detailText({ decoded }: FoundSecret, now: number): string {
  if (decoded === undefined) {
    return '';
  }
  const roomIds = grantedRoomIds(decoded.grants);
  const rooms = roomIds.length === 0 ? [] : [roomsText(roomIds)];
  return ` (${[...rooms, lifeText(decoded.times, now)].join(', ')})`;
}
