import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestArguments } from './testArguments';

/** What a workbench under test is to load, and the server that it comes from. */
export interface TestPageRequest extends TestArguments {
  /** `http://127.0.0.1:PORT` of a bare VS Code server on this machine. */
  readonly origin: string;
}

/** A workbench whose extension host runs tests. */
export interface TestPage {
  readonly page: Page;
  /** Resolves to the code that the run of the tests ends with. A window reload starts them again. */
  readonly exitCode: Promise<number>;
}

/**
 * A user whose workbenches run tests: what one of them stores, the next one finds. They may read and
 * write the clipboard, as a desktop window may.
 */
export async function createTestUser(browser: Browser, origin: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  await context.addInitScript(answerKeyRequest);
  return context;
}

/** Opens a workbench that runs tests and hands each line that it logs to `log`. */
export async function openTestPage(
  context: BrowserContext,
  request: TestPageRequest,
  log: (level: string, text: string) => void,
): Promise<TestPage> {
  const page = await context.newPage();
  const exitCode = new Promise<number>((resolve, reject) => {
    page.on('crash', () => reject(new Error('The page of VS Code crashed.')));
    page.on('close', () => reject(new Error('The page of VS Code was closed.')));
    page
      .exposeFunction('codeAutomationLog', (level: string, values: unknown[]) =>
        log(level, values.map(value => formatLogged(value)).join(' ')),
      )
      .then(() => page.exposeFunction('codeAutomationExit', resolve))
      .then(() => page.goto(testPageAddress(request)))
      .catch(reject);
  });
  return { page, exitCode };
}

/**
 * Runs in the page. The workbench of code-server encrypts its secrets with a key whose other half
 * it asks its server for; the bare server does not know that request, and without an answer the
 * secrets of a window are lost when it reloads.
 */
function answerKeyRequest(): void {
  const { fetch } = globalThis;
  globalThis.fetch = (...request) =>
    request[0] === '/mint-key'
      ? Promise.resolve(new Response(new Uint8Array(32)))
      : fetch(...request);
}

function formatLogged(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function testPageAddress(request: TestPageRequest): string {
  const { host } = new URL(request.origin);
  const remotePath = (path: string): string => `vscode-remote://${host}${path}`;
  const address = new URL(request.origin);
  if (request.folder) {
    address.searchParams.set('folder', request.folder);
  }
  address.searchParams.set(
    'payload',
    JSON.stringify([
      ['extensionDevelopmentPath', remotePath(request.extensionDevelopmentPath)],
      ['extensionTestsPath', remotePath(request.extensionTestsPath)],
    ]),
  );
  return address.href;
}
