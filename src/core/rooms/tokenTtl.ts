/** What a TTL may be, in whole seconds. */
export interface TtlBounds {
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
}

/** Bounds of a client token's TTL (`token_ttl_secs` of the refresh and generate calls). */
export const clientTokenTtl: TtlBounds = { minimum: 10, maximum: 3600, default: 600 };

/** Bounds of a refresh token's TTL (`refresh_token_ttl_secs` of the generate call). */
export const refreshTokenTtl: TtlBounds = { minimum: 60, maximum: 86_400, default: 3600 };

/** A TTL in seconds out of what somebody typed, or undefined when it is out of bounds or no number. */
export function parseTtl(text: string, bounds: TtlBounds): number | undefined {
  const digits = text.trim();
  if (!/^\d{1,6}$/.test(digits)) {
    return undefined;
  }
  const seconds = Number(digits);
  return isTtl(seconds, bounds) ? seconds : undefined;
}

/** Whether a value is a TTL that the API takes. */
export function isTtl(seconds: unknown, bounds: TtlBounds): seconds is number {
  return (
    Number.isInteger(seconds) &&
    Number(seconds) >= bounds.minimum &&
    Number(seconds) <= bounds.maximum
  );
}
