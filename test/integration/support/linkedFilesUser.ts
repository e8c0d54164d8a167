import { commands, env } from 'vscode';
import { envLinkRowId } from '../../../src/display/envLinkRow';
import { commandIds } from '../../../src/vscode/commands/commandIds';
import type { Answer } from './answers';
import { eventually } from './eventually';
import type { WorkspaceFiles } from './workspaceFiles';
import type { World } from './world';

/** The variable that links of these tests have. */
export const variable = 'TELNYX_CLIENT_TOKEN';

/** What a user of linked files does. */
export interface LinkedFilesUser {
  /** Links a file to the room: the usual variable, no expiry unless told, then what else is asked. */
  link(file: string, ...rest: readonly Answer[]): Promise<void>;
  linkWithExpiry(file: string, ...rest: readonly Answer[]): Promise<void>;
  /** Gets a new client token. */
  refresh(): Promise<string>;
  /** The stored client token. */
  token(): Promise<string>;
  /** The row of a link, as a menu hands it to a command. */
  row(file: string): unknown;
  /** Resolves when a file holds a text. */
  awaitText(file: string, text: string): Promise<void>;
}

/** A user of the files of a workspace, in a world of the suite. */
export function linkedFilesUser(world: () => World, files: WorkspaceFiles): LinkedFilesUser {
  const token = async () => {
    await commands.executeCommand(commandIds.copyToken, world().room.key);
    return env.clipboard.readText();
  };
  const link = async (file: string, expiry: string, rest: readonly Answer[]) => {
    const { room, run } = world();
    const answers = [{ pick: file }, { pick: variable }, { pick: expiry }, ...rest];
    await run(commandIds.linkEnvFile, room.key, ...answers);
  };
  return {
    link: (file, ...rest) => link(file, 'None', rest),
    linkWithExpiry: (file, ...rest) => link(file, `${variable}_EXPIRES_AT`, rest),
    token,
    async refresh() {
      const { room, run } = world();
      await run(commandIds.refreshToken, room.key, 'enter');
      return token();
    },
    row(file) {
      const roomKey = world().room.key;
      const id = envLinkRowId({ roomKey, file: files.uri(file).toString(), variable });
      return { kind: 'row', roomKey, row: { id } };
    },
    awaitText: (file, text) => eventually(() => files.read(file)?.includes(text) === true),
  };
}
