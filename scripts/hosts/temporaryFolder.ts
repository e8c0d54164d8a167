import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone at the latest when this process exits. */
export interface TemporaryFolder {
  readonly path: string;
  remove(): Promise<void>;
}

const options = { recursive: true, force: true, maxRetries: 3 };

/** Makes an empty folder in the system's place for such folders. */
export function createTemporaryFolder(purpose: string): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), `telnyx-rooms-${purpose}-`));
  const removeNow = (): void => rmSync(path, options);
  process.on('exit', removeNow);
  return {
    path,
    remove: async () => {
      process.off('exit', removeNow);
      await rm(path, options);
    },
  };
}
