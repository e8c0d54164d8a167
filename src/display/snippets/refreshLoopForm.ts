import { t } from '../l10n';
import type { RoomForm } from './copyForm';
import { codeLiteral } from './quoted';

/**
 * How an app keeps its participant in the room: a new client token from its own backend before the
 * old one ends. The lead is that of this extension's own refreshes (`refreshLead`).
 */
export const refreshLoopForm: RoomForm = {
  id: 'refreshLoop',
  // Translators: program code that refreshes again and again.
  label: t('Refresh Loop'),
  description: t('room.updateClientToken() on a timer from token_expires_at'),
  needsToken: false,
  text: ({ roomId }) => `import type { Room } from '@telnyx/video';

const roomId = ${codeLiteral(roomId)};

// Your own backend. It keeps the refresh token, sends it to Telnyx at
// /v2/rooms/{room_id}/actions/refresh_client_token, and answers the "data" of the answer.
const tokenUrl = '/api/refresh_client_token';

/**
 * Keeps the room's client token fresh until the signal aborts: abort it when you leave the room.
 * Start it with the token_expires_at of the token that the room was joined with.
 */
export async function keepTokenFresh(
  room: Room,
  tokenExpiresAt: string,
  signal: AbortSignal,
): Promise<void> {
  let due = refreshDue(tokenExpiresAt);
  let failures = 0;
  while (!signal.aborted) {
    const wait = due - Date.now();
    if (wait > 0) {
      // Never one long timer: it slips while the machine sleeps.
      await pause(Math.min(wait, 15_000));
      continue;
    }
    try {
      const { token, token_expires_at } = await fetchToken(signal);
      await room.updateClientToken(token);
      due = refreshDue(token_expires_at);
      failures = 0;
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      failures += 1;
      console.warn('No new client token for the room yet', error);
      due = Date.now() + Math.min(1000 * 2 ** (failures - 1), 30_000);
    }
  }
}

/** A fifth of its time before the token ends: 3 to 60 seconds. */
function refreshDue(tokenExpiresAt: string): number {
  const left = Date.parse(tokenExpiresAt) - Date.now();
  const lead = Math.min(60_000, Math.max(3_000, left * 0.2));
  // A clock that is ahead must not make this a loop without pauses.
  return Date.now() + Math.max(5_000, left - lead);
}

async function fetchToken(
  signal: AbortSignal,
): Promise<{ token: string; token_expires_at: string }> {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    // Without the room id, the backend would ask for the token of the room "undefined".
    body: JSON.stringify({ room_id: roomId }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)]),
  });
  if (!response.ok) {
    throw new Error(\`The backend answered \${response.status}\`);
  }
  const { token, token_expires_at } = await response.json();
  if (typeof token !== 'string' || Number.isNaN(Date.parse(token_expires_at))) {
    throw new Error('The backend answered without token and token_expires_at');
  }
  signal.throwIfAborted();
  return { token, token_expires_at };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
`,
};
