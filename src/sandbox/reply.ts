import { ApiError, errorEnvelope } from './errorEnvelope';

/** What a call answers: always JSON. */
export interface Reply {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What goes over the wire, which a fault may have turned into something else than JSON. */
export interface WireReply {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body, or the chunks of one that is streamed without a `Content-Length`. */
  readonly content: string | Iterable<string>;
}

/** The answer that an error stands for. */
export function errorReply({ status, code, detail, extra }: ApiError): Reply {
  return {
    status,
    body: errorEnvelope(code, detail, { source: extra.source }),
    headers: extra.headers ?? {},
  };
}

/** Runs a call; the {@link ApiError} that it throws becomes its answer, any other error a 500. */
export function replyOf(call: () => Reply): Reply {
  try {
    return call();
  } catch (error) {
    return errorReply(
      error instanceof ApiError
        ? error
        : new ApiError(500, '10007', 'The sandbox failed to answer this request.'),
    );
  }
}

/** The undisturbed form of an answer. */
export function toWire(reply: Reply): WireReply & { readonly content: string } {
  return {
    status: reply.status,
    contentType: 'application/json; charset=utf-8',
    headers: reply.headers ?? {},
    content: JSON.stringify(reply.body),
  };
}
