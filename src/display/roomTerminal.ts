import { defaultApiBaseUrl, originOf } from '../core/api/apiBaseUrl';
import { defaultTokenVariable, roomIdVariable } from '../core/envFiles/envVariables';
import type { RoomRecord } from '../core/rooms/room';
import { hasExpired } from '../core/time/expiryPhase';
import { t } from './l10n';
import { roomTitle } from './roomTitle';
import { expiryText, localTime, utcTime } from './timeText';

/** What a terminal for a room is made of. */
export interface RoomTerminal {
  readonly name: string;
  /** The only member that holds the token. */
  readonly env: Readonly<Record<string, string>>;
  /** What stands in the terminal before the shell's first line. */
  readonly message: string;
}

/**
 * A terminal for a room, at `now` (milliseconds since the epoch). Where the API is another than
 * Telnyx's own, the address goes along by the name that the vendor's SDKs read: a token of one API is
 * worthless at another.
 *
 * @param record the room as it was when the token was got.
 */
export function roomTerminal(record: RoomRecord, token: string, now: number): RoomTerminal {
  const { baseUrl, clientToken = {}, id } = record;
  const { expiresAt } = clientToken;
  const title = roomTitle(record);
  const isForeign = originOf(baseUrl) !== originOf(defaultApiBaseUrl);
  const isOver = hasExpired(clientToken, now);
  const end =
    expiresAt === undefined || isOver
      ? expiryText(clientToken, now)
      : t`valid until ${localTime(expiresAt, now)}`;
  // Translators: {0} is a variable; {2} is "valid until 12:24:55", or that the token has expired.
  const message = t`${defaultTokenVariable} is the client token of room ${title}, ${end}.`;
  return {
    name: `Telnyx: ${title}`,
    env: {
      [defaultTokenVariable]: token,
      [roomIdVariable]: id,
      ...(expiresAt !== undefined && {
        [`${defaultTokenVariable}_EXPIRES_AT`]: utcTime(expiresAt),
      }),
      ...(isForeign && { TELNYX_BASE_URL: baseUrl }),
    },
    message:
      expiresAt === undefined
        ? message
        : `${message} ${t('After that, open a new room terminal.')}`,
  };
}
