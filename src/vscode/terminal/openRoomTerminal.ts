import { window } from 'vscode';
import type { Services } from '../services';
import { roomTerminalOptions } from './roomTerminalOptions';

/** `Telnyx: Open Room Terminal`: a shell with a room's client token in its environment. */
export async function openRoomTerminal(services: Services, argument: unknown): Promise<void> {
  const options = await roomTerminalOptions(services, argument);
  if (options) {
    window.createTerminal(options).show();
  }
}
