import { defaultTokenVariable } from '../../core/envFiles/envVariables';
import type { FoundSecret } from '../../core/tokens/findTokens';
import { grantedRoomIds } from '../../core/tokens/grants';
import { lifeText, roomsText } from './tokenSummary';

interface SecretText {
  readonly name: string;
  readonly variable: string;
  /** What somebody who reads it can do. */
  readonly power: string;
}

const texts: Readonly<Record<FoundSecret['kind'], SecretText>> = {
  clientToken: {
    name: 'Telnyx client token',
    variable: defaultTokenVariable,
    power: 'can join the room until the token expires',
  },
  refreshToken: {
    name: 'Telnyx refresh token',
    variable: 'TELNYX_REFRESH_TOKEN',
    power: 'can get client tokens of the room until the token expires',
  },
  apiKey: {
    name: 'Telnyx API key',
    variable: 'TELNYX_API_KEY',
    power: 'can use the whole account until the key is revoked',
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
  const { name, variable, power } = texts[found.kind];
  const place = found.inAddress ? 'an address, which histories and logs keep' : 'this file';
  const expiresAt = found.decoded?.times.expiresAt;
  const harm =
    expiresAt !== undefined && expiresAt <= now
      ? 'It no longer works, and the next one would be a secret.'
      : `Whoever reads it ${power}.`;
  return `${name}${detailText(found, now)} in ${place}. ${harm} Put it into an environment variable such as ${variable} and read it from there.`;
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
