import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ApiError } from './errorEnvelope';

/** A random key in the shape of the vendor's: `KEY`, 32 upper-case hex, `_`, 22 base64url. */
export function randomApiKey(): string {
  const id = randomBytes(16).toString('hex').toUpperCase();
  return `KEY${id}_${randomBytes(16).toString('base64url')}`;
}

/** Throws 401 unless the `Authorization` header carries the key as a bearer. */
export function requireApiKey(authorization: string | undefined, apiKey: string): void {
  const bearer = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (bearer === undefined || !timingSafeEqual(digest(bearer), digest(apiKey))) {
    throw new ApiError(401, '10009', 'The API key is missing or wrong.');
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
