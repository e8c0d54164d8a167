// A VS Code "executable" for the `runTests` of @vscode/test-electron: takes the same arguments as
// the desktop program, runs the tests in a VS Code server with its window in a headless Chromium,
// and exits with the code of that run.
//
// TELNYX_ROOMS_VSCODE          which VS Code: floor or newest
// TELNYX_ROOMS_HOST_TIMEOUT    seconds that the whole run may take, 480 unless told
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from './chromium';
import { exitWithCaller } from './exitWithCaller';
import { hostOfEnvironment, type HostName } from './hostVersions';
import { artifactsFolder } from './repositoryPaths';
import { startServerHost } from './serverHost';
import { createTestUser, openTestPage } from './testPage';
import { parseTestArguments, type TestArguments } from './testArguments';
import { reportPrefix } from './testReport';

const defaultTimeoutSeconds = 1_200;

async function runTests(host: HostName, tests: TestArguments): Promise<number> {
  const timeoutSeconds = Number(process.env['TELNYX_ROOMS_HOST_TIMEOUT'] ?? defaultTimeoutSeconds);
  const logged: string[] = [];
  const log = (level: string, text: string): void => {
    logged.push(`${level} ${text}`);
    if (text.startsWith(reportPrefix)) {
      console.log(text.slice(reportPrefix.length));
    }
  };
  const [server, browser] = await Promise.all([
    startServerHost(host, tests.otherExtensions),
    launchChromium(),
  ]);
  try {
    const { page, exitCode } = await openTestPage(
      await createTestUser(browser, server.origin),
      { ...tests, origin: server.origin },
      log,
    );
    const code = await Promise.race([exitCode, expire(timeoutSeconds)]);
    if (code !== 0) {
      const folder = join(artifactsFolder, `integration-${host}`);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'window.log'), logged.join('\n'));
      await page.screenshot({ path: join(folder, 'window.png') });
      await cp(server.logsFolder, join(folder, 'logs'), { recursive: true });
      console.error(`A screenshot and the logs of VS Code are in ${folder}.`);
    }
    return code;
  } finally {
    await Promise.all([browser.close(), server.stop()]);
  }
}

function expire(seconds: number): Promise<number> {
  return new Promise(resolve => {
    const giveUp = (): void => {
      console.error(`The tests did not end within ${seconds} s.`);
      resolve(1);
    };
    setTimeout(giveUp, seconds * 1_000).unref();
  });
}

async function main(): Promise<void> {
  exitWithCaller();
  const host = hostOfEnvironment();
  process.exit(await runTests(host, parseTestArguments(process.argv.slice(2))));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
