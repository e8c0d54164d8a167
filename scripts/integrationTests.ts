import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildApiUser } from './apiUser';
import { writeTestAuthorities } from '../test/support/network/testAuthorities';
import { hostVariable, hostVersions, type HostName } from './hosts/hostVersions';
import { noonTimeZone, timeZoneVariable } from './hosts/noonTimeZone';
import { repositoryFolder } from './hosts/repositoryPaths';
import { createTemporaryFolder } from './hosts/temporaryFolder';
import { grepVariable, resultsVariable, type TestResults } from './hosts/testReport';
import { writeVscodeExecutable } from './hosts/vscodeExecutableFile';
import { bundleIntegrationTests } from './integrationBundle';
import { addCounts, type TestCounts } from './testCounts';

/**
 * Runs the integration tests inside VS Code, one version after the other.
 * A version that breaks off, or that runs no test, counts as one failed test more.
 *
 * @param grep regular expression that titles have to match
 */
export async function runIntegrationTests(
  hosts: readonly HostName[],
  grep?: string,
): Promise<TestCounts> {
  const extensionTestsPath = await bundleIntegrationTests();
  const counts: TestCounts[] = [];
  for (const host of hosts) {
    console.log(`\nIntegration tests in VS Code ${hostVersions[host].vscode} (${host})`);
    counts.push(await runInHost(host, extensionTestsPath, grep));
  }
  return addCounts(counts);
}

async function runInHost(
  host: HostName,
  extensionTestsPath: string,
  grep: string | undefined,
): Promise<TestCounts> {
  const folder = createTemporaryFolder('results');
  // The window is opened on a folder, as most are: settings, launches and files need one.
  const workspaceFolder = createTemporaryFolder('workspace');
  const resultsFile = join(folder.path, 'results.jsonl');
  let completed = true;
  try {
    await runTests({
      ...(await whichVscode(host)),
      extensionDevelopmentPath: [repositoryFolder, await buildApiUser()],
      extensionTestsPath,
      launchArgs: [workspaceFolder.path],
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

/** The desktop VS Code where there is a screen to show it on, else the server from npm. */
async function whichVscode(
  host: HostName,
): Promise<{ version: string } | { vscodeExecutablePath: string }> {
  const desktop =
    process.platform === 'win32' ||
    process.platform === 'darwin' ||
    (process.env['DISPLAY'] !== undefined && process.env['TELNYX_ROOMS_HOST'] === 'desktop');
  return desktop
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
