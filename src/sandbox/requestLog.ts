import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request that the sandbox has read to its end. */
export interface SandboxRequest {
  readonly method: string;
  /** With the query, as sent. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The body as text, cut at 64 KiB. */
  readonly body: string;
  /** Undefined while the answer is pending, and for good when the connection was cut. */
  readonly status: number | undefined;
}

const maximumRequests = 500;

/** The newest requests, oldest first. */
export class RequestLog {
  readonly requests: SandboxRequest[] = [];

  /** Adds a request; the returned function notes its status. */
  add(request: IncomingMessage, body: string): (status: number) => void {
    const entry = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body,
      status: undefined as number | undefined,
    };
    this.requests.push(entry);
    if (this.requests.length > maximumRequests) {
      this.requests.shift();
    }
    return status => {
      entry.status = status;
    };
  }
}
