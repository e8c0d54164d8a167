import { t } from './l10n';
import { localTime } from './timeText';

/** What stands at the end of an expiry drill: a sentence, and what an app should have done, in lines. */
export function drillReview(
  endedAt: number,
  now: number,
): { readonly text: string; readonly detail: string } {
  return {
    text: t`The token of the drill ended ${localTime(endedAt, now)}.`,
    // Translators: an introduction, and the three items of its list.
    detail: [
      t('Before that moment, your app should have:'),
      t('1. noticed from token_expires_at that the end is near (no event tells it),'),
      t('2. got a new client token from your backend, with the room ID in the request,'),
      t('3. called room.updateClientToken(token) with it.'),
      '',
      t('Still in the room? It works. Dropped? One of the three is missing.'),
    ].join('\n'),
  };
}
