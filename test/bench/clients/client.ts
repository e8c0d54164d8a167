import { createRequire } from 'node:module';

/** Something that sends the refresh call. */
export interface Client {
  /** Sends one refresh, and resolves when the whole answer is there; rejects on any but a good one. */
  refresh(): Promise<void>;
  /** Opens a connection ahead of the next call; undefined where the client has no such thing. */
  readonly openAhead: (() => void) | undefined;
  close(): Promise<void>;
}

/** The room, TTL and token of every call: a token as long as the vendor's. */
export const call = {
  roomId: '9e2a0cbe-ce66-411e-a1ac-468f0b103c9a',
  ttlSeconds: 600,
  refreshToken: `e30.${'x'.repeat(760)}.${'x'.repeat(86)}`,
} as const;

/** The request of that call, as the extension sends it. */
export function refreshRequest(origin: string) {
  return {
    method: 'POST',
    url: `${origin}/v2/rooms/${call.roomId}/actions/refresh_client_token`,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ token_ttl_secs: call.ttlSeconds, refresh_token: call.refreshToken }),
  } as const;
}

/** Loads a CommonJS file by its absolute path, as a host of extensions does. */
export function loadFile(file: string): unknown {
  return createRequire(file)(file);
}

/** Throws unless an answer has a token in it. */
export function checkAnswer(status: number, body: string): void {
  const { data } = JSON.parse(body) as { data?: { token?: unknown } };
  if (status !== 201 || typeof data?.token !== 'string') {
    throw new Error(`A refresh was answered with ${status}.`);
  }
}
