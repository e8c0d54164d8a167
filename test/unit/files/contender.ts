import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';

/** What a contending process is told: to take the lock and leave, or to hold it until it is killed. */
export type Order = 'enterAndLeave' | 'stay';

/** What a contending process says of itself. */
export type Report = 'ready' | 'waiting' | 'entered' | 'left';

/** Bundles the program of a contending process, so that starting one takes no compiler. */
export async function bundleContendingProcess(program: string): Promise<void> {
  await build({
    entryPoints: ['test/unit/files/contendingProcess.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
  });
}

/** A real process that contends for a lock; killed when the test ends. */
export class Contender {
  private constructor(private readonly child: ChildProcess) {}

  static async start(
    program: string,
    folder: string,
    journal: string,
    name: string,
  ): Promise<Contender> {
    const child = fork(program, [folder, journal, name], { execArgv: [] });
    const contender = new Contender(child);
    onTestFinished(() => contender.kill());
    await contender.next('ready');
    return contender;
  }

  /** Gives an order, and resolves at the first such report after it. */
  async order(order: Order, until: Report): Promise<void> {
    const reported = this.next(until);
    this.child.send(order);
    await reported;
  }

  /** Resolves at the next such report; rejects when the process ends before. */
  next(expected: Report): Promise<void> {
    return new Promise((resolve, reject) => {
      const listen = (report: unknown) => {
        if (report === expected) {
          this.child.off('message', listen).off('exit', fail);
          resolve();
        }
      };
      const fail = () => reject(new Error(`The process ended before it was ${expected}.`));
      this.child.on('message', listen).once('exit', fail);
    });
  }

  /** Kills it where it stands, and resolves when it is gone. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exit = once(this.child, 'exit');
      this.child.kill('SIGKILL');
      await exit;
    }
  }
}
