import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { refuseForeignHost, refuseOverLimit } from './admission';
import type { Backend } from './call';
import { commonHeaders } from './commonHeaders';
import { faultyReply } from './faultyReply';
import type { RateLimit } from './rateLimit';
import { replyOf, toWire, type Reply, type WireReply } from './reply';
import { jsonObjectIn, readBody, type RequestBody } from './requestBody';
import type { RequestLog } from './requestLog';
import { answerByRoute, isControlPath } from './routes';

/** Everything that outlives a request. */
export interface SandboxState extends Backend {
  readonly rateLimit: RateLimit;
  readonly log: RequestLog;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Answers every request; one whose client has gone away is dropped without a word. */
export function createRequestHandler(state: SandboxState): RequestListener {
  return (request, response) => {
    handle(request, response, state).catch(() => request.socket.destroy());
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  state: SandboxState,
): Promise<void> {
  const body = await readBody(request);
  const noteStatus = state.log.add(request, body.text);
  const isControlCall = isControlPath(splitTarget(request).path);
  const refusal =
    refuseForeignHost(request.headers.host) ??
    (isControlCall ? undefined : refuseOverLimit(state.rateLimit, state.now()));
  const fault = refusal || isControlCall ? undefined : state.faults.take();
  if (fault?.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'delay') {
    await sleepWhileOpen(response, fault.milliseconds);
  }
  const skew = fault?.kind === 'clockSkew' ? fault.milliseconds : 0;
  const tokenLife = fault?.kind === 'tokenLife' ? { tokenLife: fault.seconds } : {};
  const reply = refusal
    ? toWire(refusal)
    : faultyReply(fault, body.text, () =>
        routedReply(request, body, { skew, ...tokenLife }, state),
      );
  noteStatus(reply.status);
  await send(response, reply, commonHeaders(state, skew));
}

function routedReply(
  request: IncomingMessage,
  body: RequestBody,
  { skew, ...distortion }: { readonly skew: number; readonly tokenLife?: number },
  state: SandboxState,
): Reply {
  const { path, query } = splitTarget(request);
  const receivedAt = state.now();
  const call = {
    query: new URLSearchParams(query),
    authorization: request.headers.authorization,
    body: () => jsonObjectIn(body),
    receivedAt,
    stampedAt: receivedAt + skew,
    ...distortion,
  };
  return replyOf(() => answerByRoute(request.method ?? '', path, call, state));
}

function splitTarget(request: IncomingMessage): { path: string; query: string } {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2);
  return { path, query };
}

/** Rejects as soon as the connection closes, be it by the client or because the sandbox ends. */
async function sleepWhileOpen(response: ServerResponse, milliseconds: number): Promise<void> {
  const closed = new AbortController();
  const onClose = () => closed.abort();
  response.once('close', onClose);
  try {
    await sleep(milliseconds, undefined, { signal: closed.signal });
  } finally {
    response.off('close', onClose);
  }
}

async function send(
  response: ServerResponse,
  reply: WireReply,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const head = { ...headers, 'Content-Type': reply.contentType, ...reply.headers };
  if (typeof reply.content !== 'string') {
    response.writeHead(reply.status, head);
    await pipeline(Readable.from(reply.content), response);
    return;
  }
  const content = Buffer.from(reply.content);
  response.writeHead(reply.status, { ...head, 'Content-Length': content.length });
  response.end(content);
}
