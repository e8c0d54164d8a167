import { afterEach, beforeEach } from 'mocha';
import { commands, env } from 'vscode';
import { roomKey } from '../../../src/core/rooms/roomIdentity';
import { commandIds } from '../../../src/vscode/commands/commandIds';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/startSandbox';
import type { Answer } from './answers';
import { ScriptedUser } from './scriptedUser';
import { resetSettings, setApiBaseUrl } from './userSettings';

/** A sandbox of the API, a user, and the extension with the sandbox as its API and nothing stored. */
export interface World {
  readonly sandbox: Sandbox;
  readonly user: ScriptedUser;
  /** A room of the sandbox with a refresh token for it; the extension does not know it yet. */
  readonly room: {
    readonly id: string;
    /** What commands know it by. */
    readonly key: string;
    /** What it is called as long as its name is not known. */
    readonly shortId: string;
    readonly refreshToken: string;
  };
  /** Runs a command with the answers that it will ask for, and gives back what it answered. */
  readonly run: (
    command: string,
    argument?: unknown,
    ...answers: readonly Answer[]
  ) => Promise<unknown>;
  /** Refreshes the room for the first time, as a user would. */
  readonly refreshOnce: (ttlSeconds?: number) => Promise<void>;
  /** Enters the sandbox's API key, and agrees to its origin where that was not done. */
  readonly enterApiKey: () => Promise<void>;
  /** Looks up what the list of rooms says of the only room below its name. */
  readonly roomDetail: () => Promise<string>;
}

/** The modal question before secrets go to another API than Telnyx's. */
export const agreeToOrigin: Answer = { press: 'Send Secrets There' };

/** A world of its own for each test of a suite; it fails a test whose user was asked the unexpected. */
export function useWorld(options?: SandboxOptions): () => World {
  let world: World | undefined;
  beforeEach(async () => {
    world = await enterWorld(options);
  });
  afterEach(async () => {
    await (world && leaveWorld(world));
  });
  return () => {
    if (world === undefined) {
      throw new Error('There is no world outside of a test.');
    }
    return world;
  };
}

/** Builds a world that outlives the test. */
export async function enterWorld(options?: SandboxOptions): Promise<World> {
  const sandbox = await startSandbox(options);
  await setApiBaseUrl(sandbox.baseUrl);
  await env.clipboard.writeText('');
  const user = new ScriptedUser();
  const { id } = sandbox.createRoom('stand-up');
  const room = {
    id,
    key: roomKey({ id, baseUrl: sandbox.baseUrl }),
    shortId: id.slice(0, 8),
    refreshToken: sandbox.issueTokens(id).refresh_token,
  };
  const run: World['run'] = (command, argument, ...answers) => {
    user.will(...answers);
    return Promise.resolve(commands.executeCommand(command, argument));
  };
  let agreed = false;
  return {
    sandbox,
    user,
    room,
    run,
    async refreshOnce(ttlSeconds = 600) {
      agreed = true;
      await run(
        commandIds.refreshToken,
        undefined,
        { type: room.id },
        { type: String(ttlSeconds) },
        { type: room.refreshToken },
        agreeToOrigin,
      );
    },
    async enterApiKey() {
      const agree = agreed ? [] : [agreeToOrigin];
      agreed = true;
      await run(commandIds.setApiKey, undefined, { type: sandbox.apiKey }, ...agree);
    },
    async roomDetail() {
      await run(commandIds.refreshToken, undefined, 'escape');
      // What comes last is the room's id.
      return (user.inputs.at(-1)?.answeredRows[0]?.detail ?? '').replace(/ · [0-9a-f-]{36}$/, '');
    },
  };
}

/** Forgets everything, stops the sandbox, and fails on what the user was asked and did not expect. */
async function leaveWorld({ sandbox, user, run }: World): Promise<void> {
  const planned = user.unusedAnswers.splice(0);
  await run(commandIds.forgetEverything, undefined, { press: 'Forget Everything' });
  user.will(...planned);
  user.dispose();
  await sandbox.close();
  await resetSettings();
}
