import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from '../../../scripts/hosts/chromium';
import { startServerHost, type ServerHost } from '../../../scripts/hosts/serverHost';
import { createTemporaryFolder } from '../../../scripts/hosts/temporaryFolder';
import { createTestUser, openTestPage } from '../../../scripts/hosts/testPage';
import type { BenchFiles } from '../benchFiles';
import {
  resultFile,
  seedFile,
  taskFile,
  type ProbeAnswer,
  type ProbeKind,
  type ProbeTask,
  type ProbeTasks,
} from './probeTasks';
import { seedRooms, type StoredData } from './seededRooms';

/** What a task in an extension host came to. */
export interface ProbeRun<Kind extends ProbeKind> {
  readonly result: ProbeTasks[Kind]['result'];
  /** When each frame came from VS Code to the workbench, in milliseconds since the epoch. */
  readonly frames: readonly number[];
}

/** Until VS Code has written down what an extension has stored, in milliseconds. */
const saveTime = 2000;

/** How long a task in a host may take, in milliseconds. */
const taskTimeout = 120_000;

/** A real VS Code, of which each task gets a window and an extension host of its own. */
export class BenchHost {
  private readonly users = new Map<string, Promise<BrowserContext>>();

  private constructor(
    private readonly files: BenchFiles,
    private readonly server: ServerHost,
    private readonly browser: Browser,
  ) {}

  /** Starts a VS Code server with the packaged extension and the least ones, and a browser. */
  static async start(files: BenchFiles, env: NodeJS.ProcessEnv): Promise<BenchHost> {
    const [server, browser] = await Promise.all([
      startServerHost('newest', [files.packagedExtension, ...files.leastExtensions], env),
      launchChromium(),
    ]);
    return new BenchHost(files, server, browser);
  }

  /** A user for whom nothing is stored. */
  newUser(): Promise<BrowserContext> {
    return createTestUser(this.browser, this.server.origin);
  }

  /** The user for whom the extension has stored so many rooms of an API. */
  userWithRooms(count: number, baseUrl: string): Promise<BrowserContext> {
    const name = `${count} ${baseUrl}`;
    const user = this.users.get(name) ?? this.createUser(count, baseUrl);
    this.users.set(name, user);
    return user;
  }

  /** Does a task in a fresh extension host of a user. */
  async run<Task extends ProbeTask>(
    user: BrowserContext,
    task: Task,
  ): Promise<ProbeRun<Task['kind']>> {
    return this.inWindow(user, { [taskFile]: JSON.stringify(task) });
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  private async createUser(count: number, baseUrl: string): Promise<BrowserContext> {
    const user = await this.newUser();
    if (count > 0) {
      await this.seed(user, seedRooms(count, baseUrl));
    }
    return user;
  }

  /** Lets the extension itself store the data, with another main file in the place of its own. */
  private async seed(user: BrowserContext, stored: StoredData): Promise<void> {
    const { extensionsFolder } = this.server;
    const { packagedExtension, seedingExtension } = this.files;
    const main = join('dist', 'extension.js');
    const installed = join(extensionsFolder, basename(packagedExtension), main);
    await copyFile(seedingExtension, installed);
    try {
      await this.inWindow<'activate'>(
        user,
        {
          [taskFile]: JSON.stringify({ kind: 'activate', extension: 'packaged' }),
          [seedFile]: JSON.stringify(stored),
        },
        saveTime,
      );
    } finally {
      await copyFile(join(packagedExtension, main), installed);
    }
  }

  /** Opens a window on a folder with these files, and leaves it so long after the task has ended. */
  private async inWindow<Kind extends ProbeKind>(
    user: BrowserContext,
    files: Readonly<Record<string, string>>,
    linger = 0,
  ): Promise<ProbeRun<Kind>> {
    const folder = createTemporaryFolder('bench');
    await Promise.all(
      Object.entries(files).map(([name, text]) => writeFile(join(folder.path, name), text)),
    );
    const logged: string[] = [];
    const { page, exitCode } = await openTestPage(
      user,
      {
        origin: this.server.origin,
        extensionDevelopmentPath: this.files.probeFolder,
        otherExtensions: [],
        extensionTestsPath: this.files.probe,
        folder: folder.path,
      },
      (level, text) => logged.push(`${level} ${text}`),
    );
    const frames: number[] = [];
    page.on('websocket', socket => {
      socket.on('framereceived', () => frames.push(Date.now()));
    });
    try {
      await Promise.race([exitCode, expire(taskTimeout)]);
      await sleep(linger);
      return { result: await readResult<Kind>(folder.path, logged), frames };
    } finally {
      // Only a window that is left in good order ends its extension host at once.
      await page.goto('about:blank');
      await page.close();
      await folder.remove();
    }
  }
}

async function readResult<Kind extends ProbeKind>(
  folder: string,
  logged: readonly string[],
): Promise<ProbeTasks[Kind]['result']> {
  const text = await readFile(join(folder, resultFile), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new Error(`The task in the extension host did not end:\n${logged.slice(-20).join('\n')}`);
  }
  const answer = JSON.parse(text) as ProbeAnswer;
  if ('error' in answer) {
    throw new Error(`The task in the extension host failed: ${answer.error}`);
  }
  return answer.result as ProbeTasks[Kind]['result'];
}

async function expire(milliseconds: number): Promise<void> {
  await sleep(milliseconds, undefined, { ref: false });
}
