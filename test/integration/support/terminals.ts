import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commands, window, type Terminal } from 'vscode';
import { eventually } from './eventually';

/** Chooses the profile of a room, as its entry in the menu of new terminals does. */
export function newWithProfile(): PromiseLike<unknown> {
  const extensionIdentifier = 'telnyx-room-tokens.telnyx-room-tokens';
  const config = { extensionIdentifier, id: 'telnyxRooms.room', title: 'Telnyx Room' };
  return commands.executeCommand('workbench.action.terminal.newWithProfile', { config });
}

/** The terminal that work opens, as soon as it is there. */
export async function openedTerminal(work: () => PromiseLike<unknown>): Promise<Terminal> {
  const before = new Set(window.terminals);
  const opened = () => window.terminals.find(terminal => !before.has(terminal));
  await work();
  await eventually(() => opened() !== undefined);
  return opened() ?? openedTerminal(() => Promise.resolve());
}

/** What a terminal's shell has in its environment, by the names of its variables. */
export async function environmentOf(terminal: Terminal): Promise<Readonly<Record<string, string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'telnyx-rooms-terminal-'));
  const [partial, file] = [join(folder, 'partial'), join(folder, 'environment')];
  // Null characters end the variables, and no half-written file is read.
  terminal.sendText(`env -0 > '${partial}' && mv '${partial}' '${file}'`);
  const read = () => readFile(file, 'utf8').catch(() => undefined);
  await eventually(async () => (await read()) !== undefined);
  const lines = ((await read()) ?? '').split('\0').filter(line => line !== '');
  await rm(folder, { recursive: true });
  return Object.fromEntries(
    lines.map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

/** Ends a terminal, and waits until it is gone. */
export async function close(terminal: Terminal): Promise<void> {
  terminal.dispose();
  await eventually(() => !window.terminals.includes(terminal));
}
