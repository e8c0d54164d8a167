import type { Logger } from '../../core/logger';
import { ProgramError } from '../../core/programs/programError';

/** What a program is told of an error that nobody expected. Its name alone is safe to log. */
export function unexpectedProblem(logger: Logger, error: unknown): ProgramError {
  logger.warn(
    `What a program asked for failed: ${error instanceof Error ? error.name : typeof error}`,
  );
  return new ProgramError(
    'failed',
    'Something went wrong in Telnyx Room Tokens. Try again, or see its log for what failed.',
  );
}
