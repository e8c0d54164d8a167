import type { ApiError } from '../core/api/apiError';
import { t } from './l10n';

/** Why the last refresh failed, short enough for a row. */
export function failureText(error: ApiError): string {
  const status = error.facts.status === undefined ? '' : ` (${error.facts.status})`;
  switch (error.kind) {
    case 'unauthorized':
      // Translators: what became of a refresh, here and below: Telnyx refused it, or it failed.
      return t('refused: not authorized') + status;
    case 'refused':
      return t('refused: not allowed') + status;
    case 'notFound':
      return t('refused: no such room') + status;
    case 'invalid':
      return t('refused: invalid request') + status;
    case 'rateLimited':
      return t('refused: too many requests') + status;
    case 'server':
      return t('failed: server error') + status;
    case 'network':
      return t('failed: no connection');
    case 'certificate':
      return t('failed: untrusted certificate');
    case 'proxy':
      return t('failed: stopped by the proxy') + status;
    case 'timeout':
      return t('failed: no answer in time');
    case 'badResponse':
      return t('failed: unreadable answer');
    case 'cancelled':
      return t('cancelled');
  }
}
