import { ProgressLocation, window } from 'vscode';
import type { Clock } from '../../core/time/clock';
import { t } from '../../display/l10n';
import { countdown } from '../../display/timeText';

/**
 * Counts down to a moment (milliseconds since the epoch) in a notification, as `title: it ends in 0:09`. Answers false when the
 * user cancelled before.
 */
export async function countDown(clock: Clock, title: string, endsAt: number): Promise<boolean> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, cancellation) =>
      new Promise<boolean>(resolve => {
        const total = Math.max(1, endsAt - clock.now());
        let timer: { dispose(): void } | undefined;
        let reported = 0;
        const tick = () => {
          const remaining = endsAt - clock.now();
          if (remaining <= 0) {
            resolve(true);
            return;
          }
          const done = 100 * (1 - remaining / total);
          const seconds = Math.ceil(remaining / 1000);
          progress.report({
            // Translators: it is a token; {0} is such as 0:09.
            message: t`it ends in ${countdown(seconds)}`,
            increment: done - reported,
          });
          reported = done;
          timer = clock.schedule(remaining % 1000 || 1000, tick);
        };
        cancellation.onCancellationRequested(() => {
          timer?.dispose();
          resolve(false);
        });
        tick();
      }),
  );
}
