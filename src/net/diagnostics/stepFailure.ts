import type { StepFailure } from '../../core/network/networkFacts';
import { abortCause } from '../abortCause';
import { readNetworkError } from '../networkError';

/** The failure of a step; a signal that was aborted says more than the error. */
export function stepFailure(error: unknown, signal: AbortSignal): StepFailure {
  if (signal.aborted) {
    return {
      ok: false,
      code: abortCause(signal) === 'timeout' ? 'no answer in time' : 'cancelled',
    };
  }
  return { ok: false, code: readNetworkError(error).code ?? 'unknown' };
}
