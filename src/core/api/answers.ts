/** The refresh call's answer, checked. */
export interface ClientTokenAnswer {
  readonly token: string;
  /** `token_expires_at` in milliseconds since the epoch, when the answer holds a readable one. */
  readonly expiresAt?: number;
}

/** Above any real token, and below what would make every later step slow. */
const longestToken = 16_384;

/** `{data: {token, token_expires_at}}`, or undefined when the token is missing or can't be one. */
export function parseClientTokenAnswer(body: unknown): ClientTokenAnswer | undefined {
  const data = member(body, 'data');
  const token = member(data, 'token');
  if (typeof token !== 'string' || token.length > longestToken || !/^[\x21-\x7e]+$/.test(token)) {
    return undefined;
  }
  const expiry = member(data, 'token_expires_at');
  const expiresAt = typeof expiry === 'string' ? Date.parse(expiry) : NaN;
  return Number.isNaN(expiresAt) ? { token } : { token, expiresAt };
}

/** `{data: [room, …], meta: {total_results}}`: how many rooms there are. */
export function parseRoomCount(body: unknown): number | undefined {
  const total = member(member(body, 'meta'), 'total_results');
  if (Number.isInteger(total) && Number(total) >= 0) {
    return Number(total);
  }
  const data = member(body, 'data');
  return Array.isArray(data) ? data.length : undefined;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
