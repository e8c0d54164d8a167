import type { Room } from '../core/rooms/room';
import { keptAliveUntil } from './clockLines';
import { t } from './l10n';
import { localTime } from './timeText';

/** How long refreshes can go on: `can be kept alive until 13:00:00`, or what is known of the refresh token. */
export function chainText(room: Room, now: number): string {
  const { record, lost } = room;
  const { refreshToken } = record;
  const keptUntil = keptAliveUntil(room, now);
  if (keptUntil !== undefined) {
    return t`can be kept alive until ${keptUntil}`;
  }
  if (refreshToken === undefined) {
    return t('no refresh token');
  }
  if (lost.includes('refresh')) {
    return t("refresh token can't be read");
  }
  return refreshToken.expiresAt === undefined
    ? t('refresh token without a known end')
    : t`refresh token expired ${localTime(refreshToken.expiresAt, now)}`;
}
