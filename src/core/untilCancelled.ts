import { ApiError } from './api/apiError';

/**
 * Settles as `work` does; an `ApiError` of kind `cancelled` when the signal is aborted before. The
 * work itself goes on, and nobody hears how it ends.
 */
export async function untilCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const left = new AbortController();
  const cancelled = new Promise<never>((_resolve, reject) => {
    const cancel = () => reject(new ApiError('cancelled'));
    if (signal.aborted) {
      cancel();
    }
    signal.addEventListener('abort', cancel, { once: true, signal: left.signal });
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    left.abort();
  }
}
