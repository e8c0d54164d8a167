import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A long-running command with everything that it has started. */
export interface ProcessGroup {
  /**
   * Resolves to the first match of `pattern` in a line of the output, past lines included.
   * Rejects with the end of the output when the command ends first, or after `timeout` milliseconds.
   */
  waitForOutput(pattern: RegExp, timeout: number): Promise<RegExpExecArray>;
  /** Ends the command and all its children, and resolves when they are gone. Safe to repeat. */
  stop(): Promise<void>;
}

/**
 * Runs the command below a shell that lives as long as the pipe to this process: should this
 * process be killed outright, the shell reads the end of that pipe and ends the whole group.
 */
const guard = '{ "$@" </dev/null; kill -KILL 0; } & cat >/dev/null; kill -KILL 0';

/** How long a command may take to end in good order, in milliseconds. */
const stopTimeout = 5_000;

const quotedLines = 40;

/** Starts a command in a process group of its own (POSIX only). */
export function startProcessGroup(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): ProcessGroup {
  const child = spawn('/bin/sh', ['-c', guard, 'sh', command, ...args], {
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  let ended = false;
  const notify = (): void => listeners.forEach(listener => listener());
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      lines.push(line);
      notify();
    });
  }
  const closed = new Promise<void>(resolve => {
    child.on('error', error => lines.push(error.message));
    child.on('close', () => {
      ended = true;
      notify();
      resolve();
    });
  });

  const signal = (name: NodeJS.Signals): void => {
    if (child.pid !== undefined && !ended) {
      try {
        process.kill(-child.pid, name);
      } catch {
        // The group is gone already.
      }
    }
  };
  const killNow = (): void => signal('SIGKILL');
  process.on('exit', killNow);

  return {
    waitForOutput: (pattern, timeout) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void): void => {
          clearTimeout(timer);
          listeners.delete(check);
          settle();
        };
        const fail = (cause: string): void => {
          const output = lines.slice(-quotedLines).join('\n');
          finish(() => reject(new Error(`"${command}" ${cause}:\n${output}`)));
        };
        const check = (): void => {
          const match = lines.map(line => pattern.exec(line)).find(found => found !== null);
          if (match) {
            finish(() => resolve(match));
          } else if (ended) {
            fail('ended before it was ready');
          }
        };
        const timer = setTimeout(() => fail(`was not ready after ${timeout} ms`), timeout);
        listeners.add(check);
        check();
      }),
    stop: async () => {
      signal('SIGTERM');
      const timer = setTimeout(killNow, stopTimeout);
      await closed;
      clearTimeout(timer);
      process.off('exit', killNow);
    },
  };
}
