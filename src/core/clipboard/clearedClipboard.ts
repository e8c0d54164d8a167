import type { Disposable } from '../emitter';
import type { Clock } from '../time/clock';

/** The system's clipboard behind a port. Every call may reject. */
export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
}

/** Takes secrets off the clipboard again: those that it wrote itself, and only if they are still there. */
export class ClearedClipboard implements Disposable {
  private timer: Disposable | undefined;

  constructor(
    private readonly clipboard: Clipboard,
    private readonly clock: Clock,
  ) {}

  /** Copies a secret that is cleared after so many seconds; 0 means never. */
  async copy(secret: string, clearAfterSeconds: number): Promise<void> {
    this.timer?.dispose();
    this.timer = undefined;
    await this.clipboard.write(secret);
    if (clearAfterSeconds > 0) {
      this.timer = this.clock.schedule(clearAfterSeconds * 1000, () => void this.clear(secret));
    }
  }

  dispose(): void {
    this.timer?.dispose();
  }

  private async clear(secret: string): Promise<void> {
    try {
      if ((await this.clipboard.read()) === secret) {
        await this.clipboard.write('');
      }
    } catch {
      // A clipboard that can't be read may hold anything by now: nothing is taken off it.
    }
  }
}
