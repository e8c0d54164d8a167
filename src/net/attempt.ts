import type { AnsweredOutcome, FailedOutcome } from '../core/api/httpTransport';

/** Why one transport got no answer. */
export interface FailedAttempt extends FailedOutcome {
  /** Whether it is certain that nothing of the request was sent, so that it may go another way. */
  readonly unsent: boolean;
}

/** What became of one request over one transport. */
export type Attempt = AnsweredOutcome | FailedAttempt;
