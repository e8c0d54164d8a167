import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    // Nothing here may need the editor: an import of 'vscode' does not resolve in plain Node.
    environment: 'node',
    // Runs of days on the hand-driven clock take seconds where the machine is busy.
    testTimeout: 20_000,
  },
});
