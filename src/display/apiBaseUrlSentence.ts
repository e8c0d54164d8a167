import type { ApiBaseUrlResult } from '../core/api/apiBaseUrl';
import { t } from './l10n';

/** Why the base URL in the settings can't be used, and what to write instead. */
export function apiBaseUrlSentence(reason: (ApiBaseUrlResult & { ok: false })['reason']): string {
  switch (reason) {
    case 'notAUrl':
      return t`The setting telnyxRooms.apiBaseUrl is not a URL. Write one such as https://api.telnyx.com/v2.`;
    case 'notSecure':
      return t`The setting telnyxRooms.apiBaseUrl must begin with https://, or with http:// and a loopback address such as 127.0.0.1.`;
    case 'hasCredentials':
      return t`The setting telnyxRooms.apiBaseUrl must not hold a user name or password. Remove them; the API key is kept apart.`;
    case 'hasQuery':
      return t`The setting telnyxRooms.apiBaseUrl must not hold a query or fragment. Remove what follows ? or #.`;
  }
}
