/** Where the API is by default (https://developers.telnyx.com). */
export const defaultApiBaseUrl = 'https://api.telnyx.com/v2';

/** A checked base URL, without a slash at its end, or why a text is none. */
export type ApiBaseUrlResult =
  | { readonly ok: true; readonly baseUrl: string }
  | {
      readonly ok: false;
      readonly reason: 'notAUrl' | 'notSecure' | 'hasCredentials' | 'hasQuery';
    };

/**
 * Checks a base URL that secrets are to be sent to: https, or http to a literal loopback address
 * (a name such as `localhost` can be made to point anywhere); no credentials, query or fragment.
 */
export function parseApiBaseUrl(text: string): ApiBaseUrlResult {
  return remembered(results, text, parse);
}

function parse(text: string): ApiBaseUrlResult {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return { ok: false, reason: 'notAUrl' };
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    return { ok: false, reason: 'notSecure' };
  }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, reason: 'hasCredentials' };
  }
  if (url.search !== '' || url.hash !== '') {
    return { ok: false, reason: 'hasQuery' };
  }
  // Not `href`: it keeps the mark of an empty query or fragment.
  return { ok: true, baseUrl: url.origin + url.pathname.replace(/\/+$/, '') };
}

/** The origin (RFC 6454) of a checked base URL: what secrets are bound to. */
export function originOf(baseUrl: string): string {
  return remembered(origins, baseUrl, text => new URL(text).origin);
}

/** The host of a checked base URL, with its port where that is not the usual one. */
export function hostOf(baseUrl: string): string {
  return originOf(baseUrl).replace(/^https?:\/\//, '');
}

const results = new Map<string, ApiBaseUrlResult>();
const origins = new Map<string, string>();
const mostRemembered = 100;

/** Asked for each room again and again, of the same few URLs: parsing them takes its time. */
function remembered<T>(answers: Map<string, T>, text: string, find: (text: string) => T): T {
  const known = answers.get(text);
  if (known !== undefined) {
    return known;
  }
  const answer = find(text);
  if (answers.size < mostRemembered) {
    answers.set(text, answer);
  }
  return answer;
}

function isLoopback(hostname: string): boolean {
  return /^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]';
}
