import type { ApiError } from '../core/api/apiError';

/** Why the last refresh failed, short enough for a row. */
export function failureText(error: ApiError): string {
  const status = error.facts.status === undefined ? '' : ` (${error.facts.status})`;
  switch (error.kind) {
    case 'unauthorized':
      return `refused: not authorized${status}`;
    case 'refused':
      return `refused: not allowed${status}`;
    case 'notFound':
      return `refused: no such room${status}`;
    case 'invalid':
      return `refused: invalid request${status}`;
    case 'rateLimited':
      return `refused: too many requests${status}`;
    case 'server':
      return `failed: server error${status}`;
    case 'network':
      return 'failed: no connection';
    case 'certificate':
      return 'failed: untrusted certificate';
    case 'proxy':
      return `failed: stopped by the proxy${status}`;
    case 'timeout':
      return 'failed: no answer in time';
    case 'badResponse':
      return 'failed: unreadable answer';
    case 'cancelled':
      return 'cancelled';
  }
}
