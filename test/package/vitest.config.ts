import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    testTimeout: 60_000,
    // One of them makes the package again, which empties the folder that the others read.
    fileParallelism: false,
  },
});
