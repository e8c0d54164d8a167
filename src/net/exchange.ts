import type { Dispatcher } from 'undici';

/** What came back for one request. */
export interface Exchanged {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** As UTF-8; undefined when there was more of it than was wanted. */
  readonly body: string | undefined;
}

/**
 * Sends one request through a dispatcher of undici and collects the answer. Its handler is all that
 * undici needs: the streams of its `request` cost as much as the exchange itself.
 *
 * @param limit bytes of the body that are read; the rest is left, and the connection with it
 * @throws whatever undici says, and the signal's reason as soon as it is aborted, also while undici
 *   connects, which it does not hear of; nothing is sent after that
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  limit: number,
  signal: AbortSignal,
): Promise<Exchanged> {
  return new Promise((resolve, reject) => {
    let stop: ((reason: Error) => void) | undefined;
    let head: Pick<Exchanged, 'status' | 'headers'> = { status: 0, headers: {} };
    const chunks: Buffer[] = [];
    let size = 0;

    const leave = () => {
      signal.removeEventListener('abort', leave);
      stop?.(new Error('The request was left.'));
      reject(signal.reason as Error);
    };
    const end = (body: string | undefined) => {
      signal.removeEventListener('abort', leave);
      resolve({ ...head, body });
    };
    if (signal.aborted) {
      leave();
      return;
    }
    signal.addEventListener('abort', leave);
    dispatcher.dispatch(request, {
      onRequestStart(controller) {
        stop = reason => controller.abort(reason);
        if (signal.aborted) {
          leave();
        }
      },
      onResponseStart(_controller, status, headers) {
        head = { status, headers: flatten(headers) };
      },
      onResponseData(controller, chunk) {
        size += chunk.length;
        if (size > limit) {
          end(undefined);
          controller.abort(new Error('The answer is too large.'));
          return;
        }
        chunks.push(chunk);
      },
      onResponseEnd() {
        end(Buffer.concat(chunks).toString('utf8'));
      },
      onResponseError(_controller, error) {
        signal.removeEventListener('abort', leave);
        reject(error);
      },
    });
  });
}

function flatten(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
