import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createTemporaryFolder } from '../../../scripts/hosts/temporaryFolder';
import { waitUntil } from './waitUntil';

/** A folder with a program that F5 and a task start, and that writes down what it is given. */
export interface LaunchFolder {
  readonly path: string;
  /** What each started program was given so far. */
  given(): Promise<GivenToProgram[]>;
  /** Resolves to what the last program was given when so many have been started. */
  waitForGiven(count: number): Promise<GivenToProgram>;
  remove(): Promise<void>;
}

/** What a program found in its environment. */
export interface GivenToProgram {
  readonly token?: string;
  readonly roomId?: string;
}

const program = `
const { TELNYX_CLIENT_TOKEN: token, TELNYX_ROOM_ID: roomId } = process.env;
const text = JSON.stringify({ token, roomId }) + '\\n';
require('node:fs').appendFileSync(__dirname + '/given.jsonl', text);
console.log('the program was here');
`;

const variables = {
  TELNYX_CLIENT_TOKEN: '${command:telnyxRooms.clientToken}',
  TELNYX_ROOM_ID: '${command:telnyxRooms.roomId}',
};

const launch = {
  version: '0.2.0',
  configurations: [
    {
      ...{ type: 'node', request: 'launch', name: 'Server' },
      program: '${workspaceFolder}/server.js',
      env: variables,
    },
  ],
};

const tasks = {
  version: '2.0.0',
  tasks: [
    {
      ...{ label: 'Serve', type: 'process', command: process.execPath, args: ['server.js'] },
      options: { env: { TELNYX_CLIENT_TOKEN: '${input:token}' } },
      problemMatcher: [],
    },
  ],
  inputs: [{ id: 'token', type: 'command', command: 'telnyxRooms.clientToken' }],
};

/** Makes the folder. */
export async function createLaunchFolder(): Promise<LaunchFolder> {
  const folder = createTemporaryFolder('launch');
  const write = async (name: string, text: string): Promise<void> => {
    const path = join(folder.path, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
  await write('server.js', program);
  await write('.vscode/launch.json', JSON.stringify(launch));
  await write('.vscode/tasks.json', JSON.stringify(tasks));
  const given = async (): Promise<GivenToProgram[]> => {
    const text = await readFile(join(folder.path, 'given.jsonl'), 'utf8').catch(() => '');
    const lines = text.split('\n').filter(line => line !== '');
    return lines.map(line => JSON.parse(line) as GivenToProgram);
  };
  return {
    path: folder.path,
    given,
    async waitForGiven(count) {
      const programs = await waitUntil(given, list => list.length >= count, `${count} programs`);
      return programs.at(-1) ?? {};
    },
    remove: () => folder.remove(),
  };
}
