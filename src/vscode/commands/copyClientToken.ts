import { env, window } from 'vscode';
import type { Room } from '../../core/rooms/room';
import { roomTitle } from '../../display/roomTitle';
import { expiryText } from '../../display/timeText';
import type { Services } from '../services';

/** How long the confirmation stands in the status bar, in milliseconds. */
const confirmationTime = 4000;

/** Puts a room's stored client token on the clipboard, exactly and alone, and says so. */
export async function copyClientToken(
  { clocks, stored }: Pick<Services, 'clocks' | 'stored'>,
  room: Room,
): Promise<void> {
  await env.clipboard.writeText(await stored.token('client', room.key));
  const expiry = expiryText(room.record.clientToken ?? {}, clocks.now(room.record.baseUrl));
  window.setStatusBarMessage(
    `Copied the client token of room ${roomTitle(room.record)}, ${expiry}`,
    confirmationTime,
  );
}
