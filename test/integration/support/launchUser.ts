import { commands, env } from 'vscode';
import { commandIds } from '../../../src/vscode/commands/commandIds';
import type { World } from './world';

/** The answer that lets programs of the workspace have tokens. */
export const agree = { press: 'Give Tokens' } as const;

/** What somebody sees of tokens that are given to programs. */
export function launchUser(world: () => World) {
  return {
    /** The client token that is stored for the world's room, off the clipboard. */
    storedToken: async (): Promise<string> => {
      await commands.executeCommand(commandIds.copyToken, world().room.key);
      return env.clipboard.readText();
    },
    /** The questions for consent so far. */
    questions: () => world().user.messages.filter(({ text }) => text.startsWith('Give ')),
  };
}
