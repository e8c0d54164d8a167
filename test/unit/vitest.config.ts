import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    // Nothing here may need the editor: an import of 'vscode' does not resolve in plain Node.
    environment: 'node',
  },
});
