import { ok } from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach } from 'mocha';
import { debug, tasks, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { eventually } from './eventually';
import { closeEditors } from './textFiles';

/** What a started program was given. */
export interface GivenToProgram {
  readonly token?: string;
  readonly roomId?: string;
  readonly args: readonly string[];
}

/** Launches and tasks of the window's folder, whose programs write down what they were given. */
export interface Launches {
  readonly folder: WorkspaceFolder;
  /** A configuration for Node that starts such a program. */
  readonly configuration: (name: string, members: object) => object;
  /** Writes `.vscode/launch.json`, and waits until VS Code has read it. */
  write(
    configurations: readonly object[],
    inputs?: readonly object[],
    compounds?: readonly object[],
  ): Promise<void>;
  /** Writes `.vscode/tasks.json`, and waits until VS Code has read it. */
  writeTasks(tasks: readonly object[], inputs?: readonly object[]): Promise<void>;
  /** Waits until VS Code knows a configuration. */
  waitForConfiguration(name: string): Promise<void>;
  /** Writes the program that the configurations start. */
  writeProgram(name?: string): Promise<void>;
  /** Writes a file of the folder. */
  writeFile(path: string, text: string): Promise<void>;
  readFile(path: string): Promise<string>;
  uri(path: string): Uri;
  /** What each program was given so far. */
  given(): Promise<GivenToProgram[]>;
  /** As F5 does. What the program was given, after its end; undefined when it was not started. */
  start(name: string): Promise<GivenToProgram | undefined>;
  /** Runs a task of `.vscode/tasks.json` to its end; one that is cancelled has none. */
  runTask(label: string): Promise<GivenToProgram | undefined>;
}

const outputFile = 'given.jsonl';

const program = `
const { TELNYX_CLIENT_TOKEN: token, TELNYX_ROOM_ID: roomId } = process.env;
const given = JSON.stringify({ token, roomId, args: process.argv.slice(2) });
require('node:fs').appendFileSync(__dirname + '/${outputFile}', given + '\\n');
`;

/** The folder that the window is open on, emptied after each test of a suite. */
export function useLaunches(): Launches {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) {
    throw new Error('The window is open on no folder.');
  }
  const path = (name: string) => join(folder.uri.fsPath, name);
  const write = async (name: string, text: string) => {
    await mkdir(dirname(path(name)), { recursive: true });
    await writeFile(path(name), text);
    // VS Code keeps documents for a while after their editors were closed, and reads them anew.
    const uri = Uri.file(path(name)).toString();
    const known = () => workspace.textDocuments.find(document => document.uri.toString() === uri);
    await eventually(() => (known()?.getText() ?? text) === text);
  };
  const given = async (): Promise<GivenToProgram[]> => {
    const text = await readFile(path(outputFile), 'utf8').catch(() => '');
    const lines = text.split('\n').filter(line => line !== '');
    return lines.map(line => JSON.parse(line) as GivenToProgram);
  };
  /** What the program that work started was given, once the work has ended. */
  const givenBy = async (work: () => Promise<void>): Promise<GivenToProgram | undefined> => {
    const before = (await given()).length;
    await work();
    const programs = (await given()).slice(before);
    ok(programs.length < 2, 'one program is started, or none');
    return programs[0];
  };
  const writeSettings = async (section: string, content: Readonly<Record<string, unknown>>) => {
    await write('program.js', program);
    await write(`.vscode/${section}.json`, JSON.stringify(content));
    const isRead = () => {
      const read = workspace.getConfiguration(section, folder);
      return Object.keys(content).every(
        name => JSON.stringify(read.get(name)) === JSON.stringify(content[name]),
      );
    };
    await eventually(isRead);
  };
  afterEach(async () => {
    await workspace.saveAll(false);
    await closeEditors();
    for (const name of ['.vscode', 'program.js', 'server.js', 'package.json', outputFile]) {
      await rm(path(name), { recursive: true, force: true });
    }
  });
  return {
    folder,
    configuration: (name, members) => ({
      ...{ name, type: 'node', request: 'launch', program: '${workspaceFolder}/program.js' },
      ...members,
    }),
    write: (configurations, inputs = [], compounds = []) =>
      writeSettings('launch', { version: '0.2.0', configurations, inputs, compounds }),
    writeTasks: (list, inputs = []) =>
      writeSettings('tasks', { version: '2.0.0', tasks: list, inputs }),
    waitForConfiguration: name =>
      eventually(() => {
        const launch = workspace.getConfiguration('launch', folder);
        return (launch.get<{ name?: string }[]>('configurations') ?? []).some(
          configuration => configuration.name === name,
        );
      }),
    writeProgram: (name = 'program.js') => write(name, program),
    writeFile: write,
    readFile: name => readFile(path(name), 'utf8'),
    uri: name => Uri.file(path(name)),
    given,
    start: name =>
      givenBy(async () => {
        const ended = new Promise<void>(resolve => {
          const listener = debug.onDidTerminateDebugSession(({ configuration, parentSession }) => {
            if (configuration.name === name && parentSession === undefined) {
              listener.dispose();
              resolve();
            }
          });
        });
        if (await debug.startDebugging(folder, name)) {
          await ended;
        }
      }),
    runTask: label =>
      givenBy(async () => {
        const find = async () => (await tasks.fetchTasks()).find(({ name }) => name === label);
        await eventually(async () => (await find()) !== undefined);
        const task = await find();
        ok(task);
        const ended = new Promise<void>(resolve => {
          const listener = tasks.onDidEndTask(({ execution }) => {
            if (execution.task.name === label) {
              listener.dispose();
              resolve();
            }
          });
        });
        await tasks.executeTask(task);
        await ended;
      }),
  };
}
