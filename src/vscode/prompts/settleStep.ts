import { back } from './frameInput';
import type { StepOutcome } from './steps';

/** Takes an answer in, or says that there is none. */
export function settleStep<T>(
  answer: T | typeof back | undefined,
  take: (answer: T) => void,
): StepOutcome {
  if (answer === undefined) {
    return 'cancelled';
  }
  if (answer === back) {
    return 'back';
  }
  take(answer);
  return 'done';
}
