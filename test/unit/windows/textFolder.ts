import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const suffix = '.text';

/** Texts by key in a folder that processes share. Nothing is cached, and nobody reads half a text. */
export class TextFolder {
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  read(key: string): string | undefined {
    try {
      return readFileSync(this.pathOf(key), 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        return undefined;
      }
      throw error;
    }
  }

  /** Undefined removes the key. */
  write(key: string, text: string | undefined): void {
    if (text === undefined) {
      rmSync(this.pathOf(key), { force: true });
      return;
    }
    const draft = join(this.folder, randomUUID());
    writeFileSync(draft, text);
    renameSync(draft, this.pathOf(key));
  }

  keys(): string[] {
    return readdirSync(this.folder)
      .filter(name => name.endsWith(suffix))
      .map(name => decodeURIComponent(name.slice(0, -suffix.length)));
  }

  private pathOf(key: string): string {
    return join(this.folder, encodeURIComponent(key) + suffix);
  }
}
