import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    // Nothing here may need the editor: an import of 'vscode' does not resolve in plain Node.
    environment: 'node',
    // Runs of days on the hand-driven clock take seconds where the machine is busy.
    testTimeout: 20_000,
    // Many tests wait for processes and sockets of their own, so no core need be left free.
    maxWorkers: '100%',
    minWorkers: 1,
  },
});
