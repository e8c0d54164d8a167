import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import {
  chmod,
  chown,
  link,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { largestEnvFile } from '../../../src/core/envFiles/utf8Text';
import { makePassingFolder, removeLeftBehind } from '../../../src/files/passingFolder';
import { readTextFile, realPath } from '../../../src/files/readTextFile';
import { createFile, replaceFile } from '../../../src/files/replaceFile';

let folder = '';
let path = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'telnyx-rooms-files-'));
  path = join(folder, '.env');
  await writeFile(path, 'A=1\n');
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const bytes = (text: string) => Buffer.from(text);

/** Windows knows neither modes of files nor signals that a process can answer. */
const isPosix = process.platform !== 'win32';

const replace = (before: string, after: string) =>
  replaceFile(path, { before: bytes(before), after: bytes(after) });

describe('Replacing a file', () => {
  it.each([0o600, 0o640, 0o644, 0o664])('keeps its mode %o and leaves nothing else', async mode => {
    await chmod(path, mode);
    const { mode: before } = await stat(path);
    expect(isPosix ? before & 0o7777 : mode).toBe(mode);
    expect(await replace('A=1\n', 'A=2\n')).toBe(true);
    expect(await readFile(path, 'utf8')).toBe('A=2\n');
    expect((await stat(path)).mode).toBe(before);
    expect(await readdir(folder)).toEqual(['.env']);
  });

  it.runIf(process.getuid?.() === 0)('keeps its owner', async () => {
    await chown(path, 1234, 4321);
    await replace('A=1\n', 'A=2\n');
    expect(await stat(path)).toMatchObject({ uid: 1234, gid: 4321 });
  });

  it('leaves another name of it alone', async () => {
    const other = join(folder, 'other');
    await link(path, other);
    await replace('A=1\n', 'A=2\n');
    expect(await readFile(other, 'utf8')).toBe('A=1\n');
  });

  it.each([
    ['changed', () => writeFile(path, 'A=1\nB=1\n')],
    ['deleted', () => rm(path)],
  ])('does nothing where it was %s', async (_name, meanwhile) => {
    const read = await readFile(path, 'utf8');
    await meanwhile();
    const left = await readFile(path, 'utf8').catch(() => undefined);
    expect(await replace(read, 'A=2\n')).toBe(false);
    expect(await readFile(path, 'utf8').catch(() => undefined)).toBe(left);
  });

  it('shows its readers the one or the other, whole', async () => {
    const contents = ['1', '2'].map(digit => `A=${digit.repeat(200_000)}\n`);
    await writeFile(path, contents[0] ?? '');
    const seen = new Set<string>();
    const done = new AbortController();
    const reader = (async () => {
      while (!done.signal.aborted) {
        seen.add(await readFile(path, 'utf8'));
      }
    })();
    for (let round = 0; round < 10; round++) {
      expect(await replace(contents[round % 2] ?? '', contents[(round + 1) % 2] ?? '')).toBe(true);
    }
    done.abort();
    await reader;
    expect([...seen].filter(text => !contents.includes(text))).toEqual([]);
    expect(seen.size).toBe(2);
  });

  it('never has the new content where git would take it', async () => {
    const found: string[] = [];
    const watcher = watch(folder, (_event, name) => found.push(name ?? ''));
    await replace('A=1\n', 'A=secret\n');
    await sleep(20);
    watcher.close();
    const others = [...new Set(found)].filter(name => name !== '.env');
    expect(others.every(name => /^\.telnyx-rooms-\w+$/.test(name))).toBe(true);
    const made = await makePassingFolder(folder);
    expect(await readFile(join(made, '.gitignore'), 'utf8')).toBe('*\n');
    if (isPosix) {
      expect((await stat(made)).mode & 0o777).toBe(0o700);
    }
  });

  it.each([
    ['appends to', 'A=1\nB=1\n', 'A=2\nB=1\n'],
    ['writes to', 'B=1\n', 'B=1\n'],
  ])('brings back what somebody %s it in that moment', async (_name, written, left) => {
    const late = await open(path, 'r+');
    const replaced = replace('A=1\n', 'A=2\n');
    while ((await readFile(path, 'utf8')) === 'A=1\n') {
      await sleep(1);
    }
    await late.truncate();
    await late.write(written, 0);
    await late.close();
    expect(await replaced).toBe(false);
    expect(await readFile(path, 'utf8')).toBe(left);
    expect(await readdir(folder)).toEqual(['.env']);
  });

  it.runIf(isPosix)('loses no line of a process that appends all the time', async () => {
    const appender = spawn(process.execPath, [
      '-e',
      `const fs = require('node:fs');
       let line = 0;
       const timer = setInterval(() => fs.appendFileSync(${JSON.stringify(path)}, 'L' + ++line + '=1\\n'), 3);
       process.on('SIGTERM', () => { clearInterval(timer); fs.writeSync(1, String(line)); process.exit(0); });`,
    ]);
    let output = '';
    appender.stdout.on('data', data => (output += String(data)));
    let replacements = 0;
    for (const end = Date.now() + 4000; Date.now() < end;) {
      const before = await readFile(path, 'utf8');
      const after = before.replace(/^A=\d+/, `A=${replacements + 2}`);
      replacements += (await replace(before, after)) ? 1 : 0;
    }
    appender.kill();
    await once(appender, 'close');
    const lines = (await readFile(path, 'utf8')).split('\n').filter(line => line.startsWith('L'));
    const count = Number(output);
    expect(count).toBeGreaterThan(100);
    expect(replacements).toBeGreaterThan(0);
    const whole = Array.from({ length: count }, (_value, index) => `L${index + 1}=1`);
    expect(lines.sort()).toEqual(whole.sort());
  });
});

describe('Making a file', () => {
  it('makes a private one, or one as others are', async () => {
    const own = join(folder, '.env.local');
    const shared = join(folder, '.gitignore');
    expect(await createFile(own, bytes('A=1\n'), true)).toBe(true);
    expect(await createFile(shared, bytes('/.env\n'), false)).toBe(true);
    if (isPosix) {
      expect((await stat(own)).mode & 0o777).toBe(0o600);
    }
    const usual = join(folder, 'usual');
    await writeFile(usual, '');
    expect((await stat(shared)).mode).toBe((await stat(usual)).mode);
  });

  it('leaves one alone that is there, a link to nowhere too', async () => {
    expect(await createFile(path, bytes('B=1\n'), true)).toBe(false);
    expect(await readFile(path, 'utf8')).toBe('A=1\n');
    const away = join(folder, 'link');
    await symlink(join(folder, 'nowhere'), away);
    expect(await createFile(away, bytes('B=1\n'), true)).toBe(false);
  });
});

describe('Folders that were left behind', () => {
  it('go when they are old, and only they', async () => {
    const old = await makePassingFolder(folder);
    await writeFile(join(old, 'env'), 'A=secret\n');
    const young = await makePassingFolder(folder);
    await mkdir(join(folder, '.telnyx'));
    const anHourAgo = Date.now() / 1000 - 3600;
    await utimes(old, anHourAgo, anHourAgo);
    await removeLeftBehind(folder, Date.now());
    expect((await readdir(folder)).sort()).toEqual(
      ['.env', '.telnyx', young.slice(folder.length + 1)].sort(),
    );
    await removeLeftBehind(join(folder, 'nowhere'), Date.now());
  });
});

describe('Reading a file', () => {
  const read = (name = '.env') => readTextFile(join(folder, name), folder);

  it('reads the whole text, a byte order mark included', async () => {
    await writeFile(path, '\ufeffA=ä\r\n');
    expect(await read()).toEqual({ kind: 'text', text: '\ufeffA=ä\r\n', isReadOnly: false });
    await chmod(path, 0o444);
    expect(await read()).toMatchObject({ isReadOnly: true });
    expect(await read('.env.local')).toEqual({ kind: 'missing' });
    expect(await read('.env/below')).toEqual({ kind: 'missing' });
  });

  it.each([
    ['a link to a file', 'link', () => symlink(path, join(folder, 'x'))],
    ['a link to nowhere', 'link', () => symlink(join(folder, 'nowhere'), join(folder, 'x'))],
    ['a folder', 'notAFile', () => mkdir(join(folder, 'x'))],
    ['other bytes', 'notUtf8', () => writeFile(join(folder, 'x'), Buffer.of(0x41, 0xe4))],
    [
      'too many bytes',
      'tooLarge',
      () => writeFile(join(folder, 'x'), Buffer.alloc(largestEnvFile + 1)),
    ],
  ])('refuses %s', async (_name, obstacle, make) => {
    await make();
    expect(await read('x')).toEqual({ kind: 'obstacle', obstacle });
  });

  it('refuses what lies below a link, and follows those above the folder', async () => {
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real', '.env'), 'A=1\n');
    await symlink(join(folder, 'real'), join(folder, 'away'));
    expect(await read('away/.env')).toEqual({ kind: 'obstacle', obstacle: 'link' });
    const away = join(folder, 'away');
    expect(await readTextFile(join(away, '.env'), away)).toMatchObject({ text: 'A=1\n' });
    expect(await realPath(join(away, '.env.local'))).toBe(
      await realPath(join(folder, 'real', '.env.local')),
    );
  });
});
