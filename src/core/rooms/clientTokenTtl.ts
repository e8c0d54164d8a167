/** Bounds of a client token's TTL in whole seconds (`token_ttl_secs` of the refresh call). */
export const clientTokenTtl = { minimum: 10, maximum: 3600, default: 600 } as const;

/** A TTL in seconds out of what somebody typed, or undefined when it is out of bounds or no number. */
export function parseClientTokenTtl(text: string): number | undefined {
  const digits = text.trim();
  if (!/^\d{1,6}$/.test(digits)) {
    return undefined;
  }
  const seconds = Number(digits);
  return isClientTokenTtl(seconds) ? seconds : undefined;
}

/** Whether a number is a TTL that the API takes. */
export function isClientTokenTtl(seconds: unknown): seconds is number {
  return (
    Number.isInteger(seconds) &&
    Number(seconds) >= clientTokenTtl.minimum &&
    Number(seconds) <= clientTokenTtl.maximum
  );
}
