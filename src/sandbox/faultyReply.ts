import type { Fault, FaultStatus } from './faults';
import { errorEnvelope, type ErrorCode } from './errorEnvelope';
import { toWire, type Reply, type WireReply } from './reply';

const codes: Readonly<Record<FaultStatus, ErrorCode>> = {
  401: '10009',
  403: '10010',
  404: '10005',
  422: '10027',
  429: '10011',
  500: '10007',
};

const hugeBodyBytes = 2 * 1024 * 1024;
const commandLink = '[click](command:workbench.action.closeWindow)';

/**
 * The answer under a fault. `normalReply` is asked only where the fault leaves something of it, so
 * that a refused request has no effect. A reset has no answer and is left to the caller.
 */
export function faultyReply(
  fault: Exclude<Fault, { kind: 'reset' }> | undefined,
  requestText: string,
  normalReply: () => Reply,
): WireReply {
  switch (fault?.kind) {
    case undefined:
    case 'delay':
    case 'clockSkew':
    case 'tokenLife':
      return toWire(normalReply());
    case 'status':
      return statusReply(fault.status, fault.retryAfterSeconds);
    case 'html':
      return {
        ...toWire({ status: fault.status ?? 502, body: {} }),
        contentType: 'text/html; charset=utf-8',
        content: '<!doctype html><html><body><h1>This is a gateway, not the API</h1></body></html>',
      };
    case 'markup':
      return toWire({
        status: 422,
        body: errorEnvelope('10027', `${commandLink} ${refreshTokenIn(requestText)}`, {
          title: commandLink,
        }),
      });
    case 'redirect':
      return toWire({ status: 302, body: {}, headers: { Location: fault.location } });
    case 'empty':
      return { ...toWire(normalReply()), content: '' };
    case 'truncatedJson': {
      const wire = toWire(normalReply());
      return { ...wire, content: wire.content.slice(0, wire.content.length / 2) };
    }
    case 'missingFields': {
      const reply = normalReply();
      return toWire({ ...reply, body: 'errors' in reply.body ? { errors: [{}] } : { data: {} } });
    }
    case 'hugeBody': {
      const reply = normalReply();
      return { ...toWire(reply), content: paddedJson(reply.body) };
    }
  }
}

function statusReply(status: FaultStatus, retryAfterSeconds: number | undefined): WireReply {
  return toWire({
    status,
    body: errorEnvelope(codes[status], 'The sandbox was asked to refuse this request.'),
    headers: retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) },
  });
}

/** The refresh token as it stands in the request, however malformed the rest is. */
function refreshTokenIn(requestText: string): string {
  return /"refresh_token"\s*:\s*"([^"]*)"/.exec(requestText)?.[1] ?? '';
}

function* paddedJson(body: object): Generator<string> {
  const chunk = 'x'.repeat(64 * 1024);
  yield '{"padding":"';
  for (let bytes = 0; bytes < hugeBodyBytes; bytes += chunk.length) {
    yield chunk;
  }
  yield `",${JSON.stringify(body).slice(1)}`;
}
