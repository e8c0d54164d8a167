import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReleaseLock, RoomLocks } from '../core/locks/roomLocks';
import type { Logger } from '../core/logger';
import type { Clock } from '../core/time/clock';
import { errorCode } from './errorCode';
import { tryLock } from './lockFolder';

/** Errors in a row that may be passing ones before the lock is given up. */
const mostRetries = 8;

/** A folder removed meanwhile; on Windows, an entry that another process is just deleting or reading. */
const passingCodes = new Set(['EBUSY', 'ENOENT', 'ENOTEMPTY', 'EPERM']);

/** Locks between the processes of one machine, kept as entries of a folder that they share. */
export class LockFiles implements RoomLocks {
  private hasWarned = false;

  /** @param folder where the locks are kept, made when it is needed; holds no secret. */
  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async acquire(roomKey: string, signal: AbortSignal): Promise<ReleaseLock | undefined> {
    const release = await this.waitForTurn(this.pathOf(roomKey), signal);
    if (signal.aborted) {
      await release?.();
      return undefined;
    }
    return release;
  }

  /** A key may hold what a file name can't; its length is bounded too. */
  private pathOf(roomKey: string): string {
    const name = createHash('sha256').update(roomKey).digest('hex').slice(0, 32);
    return join(this.folder, `refresh-${name}.lock`);
  }

  private async waitForTurn(path: string, signal: AbortSignal): Promise<ReleaseLock | undefined> {
    const nonce = randomUUID();
    let retries = 0;
    while (!signal.aborted) {
      try {
        await mkdir(this.folder, { recursive: true, mode: 0o700 });
        const attempt = await tryLock(path, nonce, this.clock.now());
        if (attempt === 'locked') {
          return this.releaseOnce(path, nonce);
        }
        retries = 0;
        if (attempt === 'cleared') {
          continue;
        }
      } catch (error) {
        const code = errorCode(error);
        if (!passingCodes.has(code) || retries === mostRetries) {
          return this.goWithout(code);
        }
        retries++;
      }
      await this.pause(signal);
    }
    return undefined;
  }

  private goWithout(code: string): ReleaseLock {
    if (!this.hasWarned) {
      this.hasWarned = true;
      this.logger.warn(`Windows can't take turns to refresh a token: no lock file (${code}).`);
    }
    return () => Promise.resolve();
  }

  private releaseOnce(path: string, nonce: string): ReleaseLock {
    let released: Promise<void> | undefined;
    return () => (released ??= this.letGo(path, nonce));
  }

  /** Leaves the folder alone when the holder is no longer in it: it may be another's by now. */
  private async letGo(path: string, nonce: string): Promise<void> {
    if (await this.remove(() => unlink(join(path, nonce)))) {
      await this.remove(() => rmdir(path));
    }
  }

  /** Whether it was removed. What can't be removed goes stale. */
  private async remove(removal: () => Promise<void>): Promise<boolean> {
    for (let retries = 0; retries <= mostRetries; retries++) {
      try {
        await removal();
        return true;
      } catch (error) {
        const code = errorCode(error);
        if (code === 'ENOENT' || !passingCodes.has(code)) {
          return false;
        }
      }
      await this.pause();
    }
    return false;
  }

  /** 100 to 250 ms, so that windows that began together don't stay in step; over at once on abort. */
  private pause(signal?: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      const end = () => {
        timer.dispose();
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = this.clock.schedule(100 + Math.random() * 150, end);
      signal?.addEventListener('abort', end, { once: true });
    });
  }
}
