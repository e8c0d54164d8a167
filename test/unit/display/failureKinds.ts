import type { ApiErrorKind } from '../../../src/core/api/apiError';

/** Every way in which a call fails; a cancelled one did not. */
export const failureKinds: readonly Exclude<ApiErrorKind, 'cancelled'>[] = [
  'unauthorized',
  'refused',
  'notFound',
  'invalid',
  'rateLimited',
  'server',
  'network',
  'certificate',
  'proxy',
  'timeout',
  'badResponse',
];
