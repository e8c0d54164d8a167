/** A way for the next answer to go wrong. */
export type Fault =
  /** Answers as usual, but only after this time. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Cuts the connection instead of answering. */
  | { readonly kind: 'reset' }
  /** Refuses with an error envelope, and with `Retry-After` when given. */
  | {
      readonly kind: 'status';
      readonly status: FaultStatus;
      readonly retryAfterSeconds?: number;
    }
  /** An HTML page: 502 from a gateway (the default), or 200 from a captive portal. */
  | { readonly kind: 'html'; readonly status?: 200 | 502 }
  /** The usual status, no body. */
  | { readonly kind: 'empty' }
  /** The usual status, half of the body. */
  | { readonly kind: 'truncatedJson' }
  /** The usual status, `{"data":{}}` (or `{"errors":[{}]}`). */
  | { readonly kind: 'missingFields' }
  /** The usual answer behind 2 MiB of padding, all of it valid JSON, streamed. */
  | { readonly kind: 'hugeBody' }
  /**
   * Shifts the `Date` header and every time that the answer issues. What the request brings is
   * checked by the right clock all the same.
   */
  | { readonly kind: 'clockSkew'; readonly milliseconds: number }
  /** A client token that lives so long whatever was asked for; a negative time has ended already. */
  | { readonly kind: 'tokenLife'; readonly seconds: number }
  /** A 422 with a command link in its texts, and the request's refresh token echoed in one. */
  | { readonly kind: 'markup' }
  /** A 302. */
  | { readonly kind: 'redirect'; readonly location: string };

/** Statuses that a `status` fault may have. */
export const faultStatuses = [401, 403, 404, 422, 429, 500] as const;
export type FaultStatus = (typeof faultStatuses)[number];

/** Which requests go wrong: queued faults first, in order; then the standing one. */
export class FaultPlan {
  #queue: { readonly fault: Fault; left: number }[] = [];
  #standing: Fault | undefined;

  /** Adds a fault for `times` requests after those already queued. */
  enqueue(fault: Fault, times: number): void {
    if (times > 0) {
      this.#queue.push({ fault, left: times });
    }
  }

  /** Replaces the standing fault; undefined ends every fault, queued ones too. */
  set(fault: Fault | undefined): void {
    this.#standing = fault;
    if (!fault) {
      this.#queue = [];
    }
  }

  /** The fault of the next request. */
  take(): Fault | undefined {
    const first = this.#queue[0];
    if (!first) {
      return this.#standing;
    }
    first.left -= 1;
    if (first.left === 0) {
      this.#queue.shift();
    }
    return first.fault;
  }
}
