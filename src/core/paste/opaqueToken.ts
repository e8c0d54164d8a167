import { holdsApiKey, isApiKey } from './apiKey';

// Telnyx's tokens are JWTs, but nothing promises it. What can't be decoded is taken for a token
// only where little else can be meant.

/** Anything shorter is a placeholder; anything longer is above every real token. */
const opaqueLength = /^.{20,16384}$/s;

/** A bearer token as RFC 6750, section 2.1, writes it. */
const bearerToken = /^[\w.~+/-]+=*$/;

/**
 * Whether a value that is named as a token can be one. Code and placeholders (`process.env.TOKEN`,
 * `your-refresh-token-here`) hold no digit; a path starts with a slash.
 */
export function isOpaqueToken(value: string): boolean {
  return (
    opaqueLength.test(value) &&
    bearerToken.test(value) &&
    /\d/.test(value) &&
    !value.startsWith('/') &&
    !isApiKey(value) &&
    !holdsApiKey(value)
  );
}

/** Whether a text with no name beside it can be a token: one word, no JSON, address or assignment. */
export function isOpaqueWord(text: string): boolean {
  return (
    opaqueLength.test(text) &&
    /^[\x21-\x7e]+$/.test(text) &&
    !/["'`{}[\]()<>\\&?]|=[^=]|:\/\//.test(text) &&
    !isApiKey(text) &&
    !holdsApiKey(text)
  );
}
