import type { StepFailure } from '../../core/network/networkFacts';
import { readNetworkError } from '../networkError';

/** The failure of a step; a signal that was aborted says more than the error. */
export function stepFailure(error: unknown, signal: AbortSignal): StepFailure {
  const { name } = Object(signal.reason) as { name?: unknown };
  const aborted = name === 'TimeoutError' ? 'no answer in time' : 'cancelled';
  return {
    ok: false,
    code: signal.aborted ? aborted : (readNetworkError(error).code ?? 'unknown'),
  };
}
