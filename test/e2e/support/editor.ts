import { launchChromium } from '../../../scripts/hosts/chromium';
import { startCodeServer, type CodeServer } from '../../../scripts/hosts/codeServer';
import { hostOfEnvironment, type HostName } from '../../../scripts/hosts/hostVersions';
import { vsixFile } from '../../../scripts/hosts/repositoryPaths';
import { Workbench } from './workbench';

/** Which VS Code to start, and how. */
export interface EditorOptions {
  /** Which VS Code; the one that the environment names unless told. */
  readonly host?: HostName;
  /** The packaged extension, dist/telnyx-room-tokens.vsix unless told. */
  readonly vsix?: string;
  /** Packaged extensions beside it. */
  readonly otherVsix?: readonly string[];
  /** User settings by their full names. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Absolute path of the folder that windows open; none unless told. */
  readonly folder?: string;
  /** The language that the window speaks, such as `de`; English unless told. */
  readonly language?: string;
  /** Whether the folder has to be trusted first. */
  readonly workspaceTrust?: boolean;
  /** Pixels of the screen for each pixel of a page: what pictures for people are sharp by; 1 unless told. */
  readonly pixelRatio?: number;
}

/** A VS Code with the packaged extension, in a browser of its own. */
export interface Editor {
  readonly server: CodeServer;
  /** The first window, open. */
  readonly workbench: Workbench;
  /** Opens another window of the same user: on the same folder, or on a `.code-workspace`. */
  openWindow(on?: { readonly workspaceFile: string }): Promise<Workbench>;
  /** Closes the browser, ends the server and deletes its data. */
  stop(): Promise<void>;
}

/** Starts a VS Code with the packaged extension and opens a window of it. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const [server, browser] = await Promise.all([
    startCodeServer({ vsix: vsixFile, host: hostOfEnvironment(), ...options }),
    launchChromium(),
  ]);
  const stop = async (): Promise<void> => {
    await browser.close();
    await server.stop();
  };
  try {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: options.pixelRatio ?? 1,
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
    const openWindow: Editor['openWindow'] = async on => {
      const workbench = new Workbench(await context.newPage());
      await workbench.open(addressOf(server.url, on ?? options));
      return workbench;
    };
    return { server, workbench: await openWindow(), openWindow, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf(
  url: string,
  { folder, workspaceFile }: { readonly folder?: string; readonly workspaceFile?: string },
): string {
  if (workspaceFile !== undefined) {
    return `${url}?workspace=${encodeURIComponent(workspaceFile)}`;
  }
  return folder === undefined ? url : `${url}?folder=${encodeURIComponent(folder)}`;
}
