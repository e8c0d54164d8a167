import { env } from 'vscode';
import type { Clipboard } from '../core/clipboard/clearedClipboard';

/** The clipboard of the machine that the window is on. */
export const systemClipboard: Clipboard = {
  read: async () => env.clipboard.readText(),
  write: async text => env.clipboard.writeText(text),
};
