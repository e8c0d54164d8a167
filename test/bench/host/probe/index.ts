// Runs inside the extension host: VS Code loads this module and calls `run()`.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspace } from 'vscode';
import { runClientJob } from '../../clients/runClientJob';
import {
  resultFile,
  taskFile,
  type ProbeAnswer,
  type ProbeTask,
  type ProbeTasks,
} from '../probeTasks';
import { timeActivation } from './timeActivation';
import { watchClicks } from './watchClicks';
import { watchIdle } from './watchIdle';
import { watchTree } from './watchTree';

/** Does the task that lies in the folder of the window, and leaves its result there. */
export async function run(): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const task = JSON.parse(await readFile(join(folder, taskFile), 'utf8')) as ProbeTask;
  const answer: ProbeAnswer = await perform(task).then(
    result => ({ result }),
    (error: unknown) => ({ error: error instanceof Error ? (error.stack ?? '') : String(error) }),
  );
  await writeFile(join(folder, resultFile), JSON.stringify(answer));
}

async function activateAndCall({
  extension,
  call,
}: ProbeTasks['activate']['task']): Promise<ProbeTasks['activate']['result']> {
  const activation = await timeActivation(extension);
  return { ...activation, ...(call && { call: await runClientJob(call) }) };
}

function perform(task: ProbeTask): Promise<unknown> {
  switch (task.kind) {
    case 'activate':
      return activateAndCall(task);
    case 'idle':
      return watchIdle(task);
    case 'client':
      return runClientJob(task.job);
    case 'tree':
      return watchTree(task.roomId);
    case 'click':
      return watchClicks(task.roomKey, task.times, task.pause);
  }
}
