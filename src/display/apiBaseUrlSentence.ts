import type { ApiBaseUrlResult } from '../core/api/apiBaseUrl';

/** Why the base URL in the settings can't be used, and what to write instead. */
export function apiBaseUrlSentence(reason: (ApiBaseUrlResult & { ok: false })['reason']): string {
  const setting = 'The setting telnyxRooms.apiBaseUrl';
  switch (reason) {
    case 'notAUrl':
      return `${setting} is not a URL. Write one such as https://api.telnyx.com/v2.`;
    case 'notSecure':
      return `${setting} must begin with https://, or with http:// and a loopback address such as 127.0.0.1.`;
    case 'hasCredentials':
      return `${setting} must not hold a user name or password. Remove them; the API key is kept apart.`;
    case 'hasQuery':
      return `${setting} must not hold a query or fragment. Remove what follows ? or #.`;
  }
}
