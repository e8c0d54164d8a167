import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EnvFileStore } from '../../../../src/core/envFiles/envFileStore';
import { EnvFileWriter } from '../../../../src/core/envFiles/envFileWriter';
import { EnvLinks } from '../../../../src/core/envFiles/envLinks';
import { EnvSync } from '../../../../src/core/envFiles/envSync';
import { systemClock } from '../../../../src/core/time/clock';
import { readTextFile } from '../../../../src/files/readTextFile';
import { replaceFile } from '../../../../src/files/replaceFile';
import { MemoryDocuments, MemoryTrust } from '../../../support/memoryEnvFiles';
import { MemoryState } from '../../../support/memoryState';
import { createWorld, key, room } from '../rooms/world';
import { filesWithVariable, token, variable } from './awkwardFiles';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telnyx-rooms-env-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The files of a folder on the disk. */
const onDisk: EnvFileStore = {
  read: file => readTextFile(fileURLToPath(file), folder),
  replace: (file, { before, after }) =>
    replaceFile(fileURLToPath(file), {
      before: Buffer.from(before ?? ''),
      after: Buffer.from(after),
    }),
  tidy: () => Promise.resolve(),
};

describe('Awkward files on a disk', () => {
  it('have their token changed by a refresh, and not a byte else', async () => {
    const world = createWorld();
    const { clocks, keeper, rooms, stored } = world.open();
    const documents = new MemoryDocuments();
    const writer = new EnvFileWriter({
      store: onDisk,
      standing: () => Promise.resolve({ kind: 'ignored' }),
      documents,
      locks: world.locks.window(),
      clock: systemClock,
    });
    const links = new EnvLinks(new MemoryState());
    const trust = new MemoryTrust();
    const envSync = new EnvSync({
      links,
      rooms,
      stored,
      writer,
      documents,
      trust,
      clocks,
      logger: world.logger,
    });
    // A megabyte more of it, and a text beyond ASCII.
    const filler = `# ${'ä'.repeat(500_000)}\r\n`;
    const files = [
      ...filesWithVariable,
      {
        name: 'large',
        before: `${filler}${variable}=x\n`,
        after: `${filler}${variable}=${token}\n`,
      },
    ];
    const modes: number[] = [];
    for (const [index, { before }] of files.entries()) {
      const path = join(folder, `${index}.env`);
      await writeFile(path, before, { mode: 0o640 });
      modes.push((await stat(path)).mode);
      await links.add({ roomKey: key, file: pathToFileURL(path).href, variable });
    }
    await keeper.keep(room, { client: { token } });
    await envSync.settled();
    envSync.dispose();
    for (const [index, { name, after }] of files.entries()) {
      const path = join(folder, `${index}.env`);
      expect((await readFile(path)).equals(Buffer.from(after)), name).toBe(true);
      expect((await stat(path)).mode).toBe(modes[index]);
    }
    expect(await readdir(folder)).toHaveLength(files.length);
  });
});
