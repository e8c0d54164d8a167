import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/core/time/clock';
import { LockFiles } from '../../../src/files/lockFiles';
import { staleAfter } from '../../../src/files/lockFolder';
import { RecordingLogger } from '../../support/recordingLogger';
import { bundleContendingProcess, Contender } from './contender';
import { age, entriesIn } from './lockEntries';
import { temporaryFolder } from './temporaryFolder';

const names = ['one', 'two', 'three', 'four', 'five', 'six'];
const patience = 30_000;

let programs: string;
let program: string;

beforeAll(async () => {
  programs = await mkdtemp(join(tmpdir(), 'telnyx-rooms-contender-'));
  program = join(programs, 'contendingProcess.cjs');
  await bundleContendingProcess(program);
});

afterAll(() => rm(programs, { recursive: true }));

async function startSix() {
  const folder = join(await temporaryFolder(), 'locks');
  const journal = join(await temporaryFolder(), 'journal');
  await writeFile(journal, '');
  const contenders = await Promise.all(
    names.map(name => Contender.start(program, folder, journal, name)),
  );
  const lines = async () => (await readFile(journal, 'utf8')).split('\n').slice(0, -1);
  return { folder, contenders, lines, clear: () => writeFile(journal, '') };
}

/** Who had a turn, in order; a turn in which another one entered or left is not one. */
function wholeTurns(lines: readonly string[]): string[] {
  return lines.flatMap((line, index) => {
    const name = line.replace('enter ', '');
    return index % 2 === 0 && lines[index + 1] === `leave ${name}` ? [name] : [];
  });
}

function expectOneAfterTheOther(lines: readonly string[], expected: readonly string[]): void {
  expect(wholeTurns(lines).sort(), lines.join(', ')).toEqual([...expected].sort());
  expect(lines).toHaveLength(2 * expected.length);
}

describe('Six processes on one lock', { timeout: patience }, () => {
  it('hold it one after the other', async () => {
    const { folder, contenders, lines } = await startSix();
    await Promise.all(contenders.map(contender => contender.order('enterAndLeave', 'left')));
    expectOneAfterTheOther(await lines(), names);
    expect(await entriesIn(folder)).toEqual([]);
  });

  it('wait for one that was killed until its lock is stale, then go on one by one', async () => {
    const { folder, contenders, lines } = await startSix();
    const [killed, ...survivors] = contenders;
    await killed?.order('stay', 'entered');
    await Promise.all(survivors.map(survivor => survivor.order('enterAndLeave', 'waiting')));

    await killed?.kill();
    await Promise.all(survivors.map(survivor => survivor.next('waiting')));
    expect(await lines()).toEqual(['enter one']);

    const done = Promise.all(survivors.map(survivor => survivor.next('left')));
    await age(folder, staleAfter + 5_000);
    await done;
    const [first, ...others] = await lines();
    expect(first).toBe('enter one');
    expectOneAfterTheOther(others, names.slice(1));
    expect(await entriesIn(folder)).toEqual([]);
  });

  it('never hold it two at a time when all find it stale at once', async () => {
    const { folder, contenders, lines, clear } = await startSix();
    const logger = new RecordingLogger();
    for (let round = 0; round < 25; round++) {
      await clear();
      await new LockFiles(folder, systemClock, logger).acquire(
        'room',
        new AbortController().signal,
      );
      await age(folder, staleAfter + 5_000);
      await Promise.all(contenders.map(contender => contender.order('enterAndLeave', 'left')));
      expectOneAfterTheOther(await lines(), names);
      expect(await entriesIn(folder)).toEqual([]);
    }
    expect(logger.lines).toEqual([]);
  });
});
