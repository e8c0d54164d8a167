// Runs inside the extension host: VS Code loads this module and calls `run()`.
//
// A top-level suite whose title holds `@before-reload` runs after all the others; then the window
// reloads once, `run()` is called again, and the suites with `@after-reload` run in the new window.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import {
  grepVariable,
  reportPrefix,
  resultsVariable,
  type TestResults,
} from '../../scripts/hosts/testReport';

const beforeReload = '@before-reload';
const afterReload = '@after-reload';
const testTimeout = 30_000;

/** Resolves when every test of every life of the window passed; rejects when one failed. */
export async function run(): Promise<void> {
  const resultsFile = process.env[resultsVariable];
  const reloaded = resultsFile !== undefined && existsSync(resultsFile);
  const mocha = await loadSuites();
  const { suites } = mocha.suite;
  const titled = (tag: string): Mocha.Suite[] => suites.filter(({ title }) => title.includes(tag));
  const [lastSuites, laterSuites] = [titled(beforeReload), titled(afterReload)];
  const ordinarySuites = suites.filter(
    suite => !lastSuites.includes(suite) && !laterSuites.includes(suite),
  );
  mocha.suite.suites = reloaded ? laterSuites : [...ordinarySuites, ...lastSuites];

  const results = await runMocha(mocha);
  if (resultsFile) {
    appendFileSync(resultsFile, `${JSON.stringify(results)}\n`);
    if (!reloaded && laterSuites.length > 0) {
      await reloadWindow();
    }
  }
  const failed = resultsFile ? countFailed(resultsFile) : results.failed;
  if (failed > 0) {
    throw new Error(`${failed} tests failed.`);
  }
}

async function loadSuites(): Promise<Mocha> {
  process.setSourceMapsEnabled(true);
  const mocha = new Mocha({
    ui: 'bdd',
    color: true,
    timeout: testTimeout,
    forbidOnly: process.env['CI'] !== undefined,
    ...(process.env[grepVariable] && { grep: new RegExp(process.env[grepVariable]) }),
  });
  mocha.addFile(join(__dirname, 'suites.js'));
  await mocha.loadFilesAsync();
  return mocha;
}

function runMocha(mocha: Mocha): Promise<TestResults> {
  Mocha.reporters.Base.consoleLog = (...values: unknown[]) => {
    for (const line of format(...values).split('\n')) {
      // eslint-disable-next-line no-console -- the console is the way out of an extension host
      console.log(reportPrefix + line);
    }
  };
  return new Promise(resolve => {
    const failures: string[] = [];
    const runner = mocha.run(failed =>
      resolve({ passed: runner.stats?.passes ?? 0, failed, failures }),
    );
    runner.on('fail', test => failures.push(test.fullTitle()));
  });
}

/** Never resolves: the window, this extension host with it, goes away. */
async function reloadWindow(): Promise<never> {
  await vscode.commands.executeCommand('workbench.action.reloadWindow');
  return new Promise(() => undefined);
}

function countFailed(resultsFile: string): number {
  return readFileSync(resultsFile, 'utf8')
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as TestResults).failed)
    .reduce((sum, failed) => sum + failed, 0);
}
