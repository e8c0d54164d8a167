import { ProgressLocation, window } from 'vscode';
import type { Clock } from '../../core/time/clock';

/** Most calls have ended by then, in milliseconds: a progress that flashes up says nothing. */
const patience = 400;

/** Runs a task; one that takes long, under a notification whose Cancel button aborts its signal. */
export async function withCancellableProgress<T>(
  clock: Clock,
  title: string,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const work = task(abort.signal);
  if (await settlesWithin(clock, work, patience)) {
    return work;
  }
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_progress, cancellation) => {
      cancellation.onCancellationRequested(() => abort.abort());
      return work;
    },
  );
}

function settlesWithin(
  clock: Clock,
  work: Promise<unknown>,
  milliseconds: number,
): Promise<boolean> {
  return new Promise(resolve => {
    const timer = clock.schedule(milliseconds, () => resolve(false));
    const settled = () => {
      timer.dispose();
      resolve(true);
    };
    work.then(settled, settled);
  });
}
