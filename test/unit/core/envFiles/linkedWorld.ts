import { afterEach } from 'vitest';
import { EnvFileWriter } from '../../../../src/core/envFiles/envFileWriter';
import type { EnvLink } from '../../../../src/core/envFiles/envLink';
import { EnvLinks } from '../../../../src/core/envFiles/envLinks';
import { EnvSync } from '../../../../src/core/envFiles/envSync';
import type { Core } from '../../../support/composeCore';
import type { RoomIdentity } from '../../../../src/core/rooms/roomIdentity';
import { MemoryDocuments, MemoryEnvFiles, MemoryTrust } from '../../../support/memoryEnvFiles';
import { MemoryState } from '../../../support/memoryState';
import { createWorld, key, newClientToken, room, type World } from '../rooms/world';

/** A file of the workspace, and the link that most tests are about. */
export const file = 'file:///work/.env';
export const link: EnvLink = { roomKey: key, file, variable: 'TELNYX_CLIENT_TOKEN' };

/** A window that is open on a workspace. */
export interface LinkedWindow extends Core {
  readonly envSync: EnvSync;
  readonly documents: MemoryDocuments;
  readonly trust: MemoryTrust;
  /** Keeps a client token of a room, as a refresh does. */
  readonly keep: (ttlSeconds?: number, target?: RoomIdentity) => Promise<string>;
}

/** One user's windows, the workspace's own state, and the files of the machine. */
export interface LinkedWorld extends World {
  readonly files: MemoryEnvFiles;
  readonly workspaceState: MemoryState;
  /** Opens a window on the workspace; its links are looked after when `start` is called. */
  readonly openWindow: (options?: { readonly isTrusted?: boolean }) => LinkedWindow;
  /** Resolves when everything that was set off has been done in all windows, pauses included. */
  readonly settle: () => Promise<void>;
}

const open: EnvSync[] = [];

afterEach(() => {
  open.splice(0).forEach(envSync => envSync.dispose());
});

/** A world whose file `.env` holds one line. */
export function createLinkedWorld(): LinkedWorld {
  const world = createWorld();
  const files = new MemoryEnvFiles();
  files.texts.set(file, 'A=1\n');
  const workspaceState = new MemoryState();
  const windows: EnvSync[] = [];
  let seconds = 0;
  return {
    ...world,
    files,
    workspaceState,
    openWindow({ isTrusted = true } = {}) {
      const core = world.open();
      const documents = new MemoryDocuments();
      const trust = new MemoryTrust(isTrusted);
      const writer = new EnvFileWriter({
        store: files,
        standing: files.standing,
        documents,
        locks: world.locks.window(),
        clock: world.clock,
      });
      const { rooms, stored, clocks } = core;
      const envSync = new EnvSync({
        links: new EnvLinks(workspaceState),
        rooms,
        stored,
        writer,
        documents,
        trust,
        clocks,
        logger: world.logger,
      });
      open.push(envSync);
      windows.push(envSync);
      const keep = async (ttlSeconds = 600, target: RoomIdentity = room) => {
        seconds++;
        const token = newClientToken(ttlSeconds, world.clock.now() + seconds * 1000, target.id);
        await core.keeper.keep(target, { client: { token } });
        return token;
      };
      return { ...core, envSync, documents, trust, keep };
    },
    async settle() {
      const quiet = new AbortController();
      const done = (async () => {
        await world.secrets.settled();
        await Promise.all(windows.map(window => window.settled()));
        quiet.abort();
      })();
      // Pauses between attempts are on the clock that a test drives.
      while (!quiet.signal.aborted) {
        await new Promise(resolve => setImmediate(resolve));
        if (world.clock.timers.some(left => left < 1000)) {
          world.clock.advance(1000);
        }
      }
      await done;
    },
  };
}
