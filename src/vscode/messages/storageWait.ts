import type { Clock } from '../../core/time/clock';
import { untilCancelled } from '../../core/untilCancelled';
import { t } from '../../display/l10n';
import { withCancellableProgress } from './progress';

/**
 * Waits for what reads or writes VS Code's stores, which may hang as long as a keyring is locked.
 *
 * @throws {ApiError} of kind `cancelled` when the user cancelled; what was asked for may still happen.
 */
export function waitForStorage<T>(clock: Clock, work: Promise<T>): Promise<T> {
  return withCancellableProgress(clock, t("Waiting for VS Code's secret storage…"), signal =>
    untilCancelled(work, signal),
  );
}
