import { ApiError } from '../api/apiError';
import { MissingTokenError } from '../rooms/missingTokenError';
import { MissingApiKeyError } from '../secrets/missingApiKeyError';
import { RefusedTokenError } from '../tokens/refusedTokenError';
import type { RoomPlan } from './roomPlan';

/** A failure that another attempt would not mend. */
export type FinalError = ApiError | RefusedTokenError | MissingTokenError | MissingApiKeyError;

/** An attempt that will not be repeated by itself. */
export interface AutoRefreshStop {
  readonly key: string;
  readonly action: RoomPlan['action'];
  readonly error: FinalError;
}

/** Whether a failure is one that another attempt would not mend. */
export function isFinal(error: unknown): error is FinalError {
  if (error instanceof ApiError) {
    return ['unauthorized', 'refused', 'notFound', 'invalid'].includes(error.kind);
  }
  return (
    error instanceof RefusedTokenError ||
    error instanceof MissingTokenError ||
    error instanceof MissingApiKeyError
  );
}

/** Whether a refusal says something of the room, and nothing of the API key. */
export function concernsRoom(error: FinalError): boolean {
  return error instanceof ApiError && (error.kind === 'notFound' || error.kind === 'invalid');
}
