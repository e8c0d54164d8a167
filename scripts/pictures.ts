// npm run pictures: takes the pictures of the README anew, and writes down what they show. The same
// test says in every run when they show something else than the window does.
import { spawn } from 'node:child_process';
import { hostVariable, type HostName } from './hosts/hostVersions';
import { repositoryFolder } from './hosts/repositoryPaths';
import { takePicturesVariable } from './readmePictures';

const newest: HostName = 'newest';

const test = spawn(
  'npm',
  [
    ...['exec', '--', 'vitest', 'run', '--config', 'test/e2e/vitest.config.ts'],
    // One that could not be taken must not be left out of the record.
    ...['--bail', '1', 'test/e2e/readmePictures.test.ts'],
  ],
  {
    cwd: repositoryFolder,
    env: { ...process.env, [hostVariable]: newest, [takePicturesVariable]: '1' },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  },
);
test.on('close', code => (process.exitCode = code ?? 1));
