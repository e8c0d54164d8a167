import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildApiUser } from './apiUser';
import { writeTestAuthorities } from '../test/support/network/testAuthorities';
import { hostVariable, hostVersions, type HostName } from './hosts/hostVersions';
import { noonTimeZone, timeZoneVariable } from './hosts/noonTimeZone';
import { cacheFolder, repositoryFolder } from './hosts/repositoryPaths';
import { createTemporaryFolder } from './hosts/temporaryFolder';
import { grepVariable, resultsVariable, type TestResults } from './hosts/testReport';
import { writeVscodeExecutable } from './hosts/vscodeExecutableFile';
import { unpackExtension } from './hosts/unpackExtension';
import { bundleIntegrationTests, integrationBundleFolder } from './integrationBundle';
import { addCounts, type TestCounts } from './testCounts';

/** Below the repository, so that the tests in it find the libraries that are not bundled. */
const packagedFolder = join(cacheFolder, 'packaged-extension');

/** Which integration tests are run, and of what. */
export interface IntegrationOptions {
  /** Regular expression that titles have to match; all are run unless told. */
  readonly grep?: string;
  /** Absolute path of a packaged extension to test; what is built in this repository unless told. */
  readonly vsix?: string;
}

/** What a run in one VS Code needs. Paths are absolute. */
interface HostRun {
  readonly extensionPath: string;
  readonly extensionTestsPath: string;
  readonly grep: string | undefined;
}

/**
 * Runs the integration tests inside VS Code, one version after the other.
 * A version that breaks off, or that runs no test, counts as one failed test more.
 */
export async function runIntegrationTests(
  hosts: readonly HostName[],
  { grep, vsix }: IntegrationOptions = {},
): Promise<TestCounts> {
  const extensionPath = vsix ? await unpackExtension(vsix, packagedFolder) : repositoryFolder;
  const extensionTestsPath = await bundleIntegrationTests(
    vsix ? join(extensionPath, 'integration-bundle') : integrationBundleFolder,
  );
  const counts: TestCounts[] = [];
  for (const host of hosts) {
    console.log(`\nIntegration tests in VS Code ${hostVersions[host].vscode} (${host})`);
    counts.push(await runInHost(host, { extensionPath, extensionTestsPath, grep }));
  }
  return addCounts(counts);
}

async function runInHost(
  host: HostName,
  { extensionPath, extensionTestsPath, grep }: HostRun,
): Promise<TestCounts> {
  const folder = createTemporaryFolder('results');
  // The window is opened on a folder, as most are: settings, launches and files need one.
  const workspaceFolder = createTemporaryFolder('workspace');
  const resultsFile = join(folder.path, 'results.jsonl');
  let completed = true;
  try {
    await runTests({
      ...(await whichVscode(host)),
      extensionDevelopmentPath: [extensionPath, await buildApiUser()],
      extensionTestsPath,
      launchArgs: [workspaceFolder.path, ...desktopArguments],
      extensionTestsEnv: {
        [hostVariable]: host,
        [resultsVariable]: resultsFile,
        [grepVariable]: grep,
        [timeZoneVariable]: noonTimeZone(),
        ...(await writeTestAuthorities(folder.path)),
      },
    });
  } catch (error) {
    completed = false;
    console.error(error instanceof Error ? error.message : error);
  }
  const results = await readResults(resultsFile);
  await folder.remove();
  await workspaceFolder.remove();
  const total = addCounts(results);
  const brokenOff = (!completed && total.failed === 0) || total.passed + total.failed === 0;
  for (const title of results.flatMap(({ failures }) => failures)) {
    console.error(`Failed in ${host}: ${title}`);
  }
  if (brokenOff) {
    console.error(`VS Code ${host} did not run the tests to their end.`);
  }
  return brokenOff ? { ...total, failed: total.failed + 1 } : total;
}

/**
 * Whether the tests run in the desktop VS Code, which shows itself on a screen, rather than in the
 * server from npm, which runs on Linux and needs none.
 */
const inDesktop =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  (process.env['DISPLAY'] !== undefined && process.env['TELNYX_ROOMS_HOST'] === 'desktop');

/** A machine without a keyring would ask how secrets are to be kept, and lose them on a reload. */
const desktopArguments =
  inDesktop && process.platform === 'linux' ? ['--password-store=basic'] : [];

async function whichVscode(
  host: HostName,
): Promise<{ version: string } | { vscodeExecutablePath: string }> {
  return inDesktop
    ? { version: hostVersions[host].desktop }
    : { vscodeExecutablePath: await writeVscodeExecutable() };
}

async function readResults(file: string): Promise<TestResults[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as TestResults);
}
