import type { HttpAnswer, HttpRequest } from '../../core/api/httpTransport';
import type { RequestOutcome, Timed } from '../../core/network/networkFacts';
import type { Attempt } from '../attempt';
import { withTimeLimit } from '../timeLimit';
import { timed } from './timed';

/** A way out, as `Transports` has them. */
interface Sender {
  send(request: HttpRequest, signal: AbortSignal): Promise<Attempt>;
}

/** Sends the same request twice, one after the other; after a failure, once. */
export async function probeTransport(
  transport: Sender,
  url: string,
  timeLimit: number,
  signal: AbortSignal,
): Promise<readonly Timed<RequestOutcome>[]> {
  const ask = () =>
    timed(() => withTimeLimit(signal, timeLimit, limited => sendOnce(transport, url, limited)));
  const first = await ask();
  return first.outcome.ok ? [first, await ask()] : [first];
}

async function sendOnce(
  transport: Sender,
  url: string,
  signal: AbortSignal,
): Promise<RequestOutcome> {
  const request = { method: 'GET', url, headers: { accept: 'application/json' } } as const;
  const attempt = await transport.send(request, signal);
  if (!attempt.ok) {
    const { unsent, ...failed } = attempt;
    return failed;
  }
  return answered(attempt.answer);
}

function answered({ status, headers }: HttpAnswer): RequestOutcome {
  const date = Date.parse(headers['date'] ?? '');
  return {
    ok: true,
    status,
    contentType: headers['content-type'] ?? '',
    ...(Number.isFinite(date) && { clockOffset: date - Date.now() }),
  };
}
