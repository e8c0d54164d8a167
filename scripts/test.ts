// npm test: every check and test there is. The last line is the sum: `N passed, N failed`.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hostNames, hostVariable, hostVersions } from './hosts/hostVersions';
import { repositoryFolder } from './hosts/repositoryPaths';
import { createTemporaryFolder } from './hosts/temporaryFolder';
import { runIntegrationTests } from './integrationTests';
import { addCounts, type TestCounts } from './testCounts';

/** A part of the whole, and how many of its tests passed. */
interface Stage {
  readonly name: string;
  run(): Promise<TestCounts>;
}

const stages: readonly Stage[] = [
  // These wait for nothing but the processor, and lint for one of two.
  { name: 'types, lint, format', run: () => checks('check-types', 'lint', 'format:check') },
  { name: 'unit', run: () => vitest('test/unit/vitest.config.ts', {}) },
  { name: 'package', run: () => check('package') },
  { name: 'marketplace rules', run: () => check('package:check') },
  { name: 'sizes', run: () => check('size') },
  // Whether it works; its figures are for people, on a quiet machine.
  { name: 'bench', run: () => check('bench', '--quick') },
  { name: 'what is packaged', run: () => vitest('test/package/vitest.config.ts', {}) },
  ...hostNames.map(host => ({
    name: `end to end in VS Code ${hostVersions[host].vscode}`,
    run: () => vitest('test/e2e/vitest.config.ts', { [hostVariable]: host }),
  })),
  { name: 'integration', run: integration },
];

/** A script that either passes or does not counts as one test. */
async function check(script: string, ...args: readonly string[]): Promise<TestCounts> {
  const succeeded = await npm(['run', '--silent', script, '--', ...args]);
  return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** The same for several that run at a time. */
async function checks(...scripts: readonly string[]): Promise<TestCounts> {
  return addCounts(await Promise.all(scripts.map(script => check(script))));
}

async function vitest(config: string, env: NodeJS.ProcessEnv): Promise<TestCounts> {
  const folder = createTemporaryFolder('vitest');
  const report = join(folder.path, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const args = ['exec', '--', 'vitest', 'run', '--config', config, ...reporters];
    const succeeded = await npm(args, env);
    const { numPassedTests: passed, numFailedTests } = JSON.parse(
      await readFile(report, 'utf8'),
    ) as { numPassedTests: number; numFailedTests: number };
    // A file that breaks before its first test fails the run without a failed test.
    return { passed, failed: succeeded ? numFailedTests : Math.max(numFailedTests, 1) };
  } finally {
    await folder.remove();
  }
}

async function integration(): Promise<TestCounts> {
  const built = await npm(['run', '--silent', 'build']);
  return built ? runIntegrationTests(hostNames) : { passed: 0, failed: 1 };
}

function npm(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: repositoryFolder,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', code => resolve(code === 0));
  });
}

async function main(): Promise<void> {
  const results: { name: string; seconds: number; counts: TestCounts }[] = [];
  for (const stage of stages) {
    console.log(`\n=== ${stage.name}`);
    const start = Date.now();
    const counts = await stage.run().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    const seconds = Math.round((Date.now() - start) / 1000);
    results.push({ name: stage.name, seconds, counts });
  }
  console.log('');
  for (const { name, seconds, counts } of results) {
    const line = `${counts.passed} passed, ${counts.failed} failed`;
    console.log(`${name.padEnd(26)} ${String(seconds).padStart(4)} s  ${line}`);
  }
  const { passed, failed } = addCounts(results.map(({ counts }) => counts));
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
