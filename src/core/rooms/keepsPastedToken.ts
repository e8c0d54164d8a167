import type { ApiErrorKind } from '../api/apiError';

/**
 * Whether a refresh token that was entered for a failed refresh is kept: yes when the failure says
 * nothing about the token, so that nobody has to paste it again once the cause is gone.
 */
export function keepsPastedToken(kind: ApiErrorKind): boolean {
  switch (kind) {
    case 'network':
    case 'certificate':
    case 'proxy':
    case 'timeout':
    case 'server':
    case 'rateLimited':
    case 'badResponse':
      return true;
    case 'unauthorized':
    case 'refused':
    case 'notFound':
    case 'invalid':
    case 'cancelled':
      return false;
  }
}
