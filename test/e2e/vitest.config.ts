import { configDefaults, defineConfig } from 'vitest/config';
import { hostOfEnvironment } from '../../scripts/hosts/hostVersions';
import { noonTimeZone, timeZoneVariable } from '../../scripts/hosts/noonTimeZone';

/** What takes long, and to which VS Code's version is all one: only the newest one runs it. */
const inNewestOnly = [
  'accessibility',
  'canary',
  'keepingAlive',
  'hostileInput',
  'storage',
  'languages',
  'readmePictures',
].map(name => `${name}.test.ts`);

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(hostOfEnvironment() === 'newest' ? [] : inNewestOnly)],
    env: { [timeZoneVariable]: noonTimeZone() },
    // Each file drives a VS Code and a browser of its own: more of them at once only slow down.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
    teardownTimeout: 20_000,
  },
});
