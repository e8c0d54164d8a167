import type {
  EnvFileObstacle,
  EnvFileReading,
  EnvFileReplacement,
  EnvFileStore,
} from '../../src/core/envFiles/envFileStore';
import type { OpenDocuments } from '../../src/core/envFiles/openDocuments';
import type { WorkspaceTrust } from '../../src/core/envFiles/workspaceTrust';
import { Emitter } from '../../src/core/emitter';
import type { GitStanding } from '../../src/core/git/gitStanding';

/**
 * The files of a machine in memory, as any number of windows share them: each call takes a turn of
 * the event loop, so that others get in between, and a replacement looks and writes in one step.
 */
export class MemoryEnvFiles implements EnvFileStore {
  readonly texts = new Map<string, string>();
  readonly obstacles = new Map<string, EnvFileObstacle>();
  readonly readOnly = new Set<string>();
  readonly standings = new Map<string, GitStanding['kind']>();
  /** Every replacement that was made. */
  readonly written: {
    readonly file: string;
    readonly after: string;
    readonly isPrivate: boolean;
  }[] = [];
  readonly tidied: string[] = [];
  reads = 0;
  /** What others do between the reading of a file and its replacement. */
  meanwhile: ((file: string) => void) | undefined;
  /** Rejects the next call with this. */
  failure: Error | undefined;

  async read(file: string): Promise<EnvFileReading> {
    this.reads++;
    await this.turn();
    const obstacle = this.obstacles.get(file);
    const text = this.texts.get(file);
    if (obstacle !== undefined) {
      return { kind: 'obstacle', obstacle };
    }
    return text === undefined
      ? { kind: 'missing' }
      : { kind: 'text', text, isReadOnly: this.readOnly.has(file) };
  }

  async replace(file: string, { before, after, isPrivate }: EnvFileReplacement): Promise<boolean> {
    await this.turn();
    this.meanwhile?.(file);
    if (this.texts.get(file) !== before) {
      return false;
    }
    this.texts.set(file, after);
    this.written.push({ file, after, isPrivate });
    return true;
  }

  tidy(file: string): Promise<void> {
    this.tidied.push(file);
    return Promise.resolve();
  }

  readonly standing = async (file: string): Promise<GitStanding> => {
    await this.turn();
    const kind = this.standings.get(file) ?? 'ignored';
    return kind === 'exposed'
      ? { kind, gitIgnoreFile: '/work/.gitignore', gitIgnoreLine: '/.env' }
      : { kind };
  };

  private async turn(): Promise<void> {
    await new Promise(resolve => setImmediate(resolve));
    const { failure } = this;
    this.failure = undefined;
    if (failure !== undefined) {
      throw failure;
    }
  }
}

/** The documents of one window, in memory. */
export class MemoryDocuments implements OpenDocuments {
  private readonly unsaved = new Set<string>();
  private readonly settled = new Emitter<string>();
  readonly onDidSettle = this.settled.event;

  hasUnsavedChanges(file: string): boolean {
    return this.unsaved.has(file);
  }

  /** Types into a document. */
  type(file: string): void {
    this.unsaved.add(file);
  }

  /** Saves or reverts a document. */
  settle(file: string): void {
    this.unsaved.delete(file);
    this.settled.fire(file);
  }
}

/** A workspace that is trusted or not yet. */
export class MemoryTrust implements WorkspaceTrust {
  private readonly granted = new Emitter<void>();
  readonly onDidGrant = this.granted.event;

  constructor(private trusted = true) {}

  isTrusted(): boolean {
    return this.trusted;
  }

  grant(): void {
    this.trusted = true;
    this.granted.fire();
  }
}
