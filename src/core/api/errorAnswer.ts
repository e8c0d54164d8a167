import { ApiError, type ApiErrorFacts, type ApiErrorKind } from './apiError';
import type { FailedOutcome, HttpAnswer } from './httpTransport';

/** The error that an answer with a status other than 2xx stands for. */
export function errorOfAnswer(answer: HttpAnswer, now: number): ApiError {
  return new ApiError(kindOfStatus(answer.status), factsOfAnswer(answer, now));
}

/** An answer with a good status whose content is not what the API promises. */
export function badResponse(answer: HttpAnswer, now: number): ApiError {
  return new ApiError('badResponse', factsOfAnswer(answer, now));
}

/** The error that a failed transport stands for. */
export function errorOfFailure({ failure, systemCode, proxyStatus }: FailedOutcome): ApiError {
  return new ApiError(failure === 'tooLarge' ? 'badResponse' : failure, {
    ...(proxyStatus !== undefined && { status: proxyStatus }),
    ...(systemCode !== undefined && { systemCode }),
  });
}

function kindOfStatus(status: number): ApiErrorKind {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'refused';
    case 404:
      return 'notFound';
    case 429:
      return 'rateLimited';
    default:
      if (status >= 500) {
        return 'server';
      }
      return status >= 400 ? 'invalid' : 'badResponse';
  }
}

function factsOfAnswer(answer: HttpAnswer, now: number): ApiErrorFacts {
  const code = telnyxCode(answer.body);
  const requestId = answer.headers['x-request-id'];
  const retryAfterSeconds = retryAfter(answer.headers['retry-after'], now);
  return {
    status: answer.status,
    ...(code !== undefined && { code }),
    // Shown to the user, so only what an id can look like gets through, and no key.
    ...(requestId !== undefined && /^(?!.*KEY)[\w-]{1,64}$/.test(requestId) && { requestId }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

function telnyxCode(body: string): string | undefined {
  try {
    const envelope = JSON.parse(body) as { errors?: { code?: unknown }[] } | null;
    const code = String(envelope?.errors?.[0]?.code);
    return /^\d{1,6}$/.test(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** `Retry-After` is seconds or a date (RFC 9110, section 10.2.3). */
function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) {
    return undefined;
  }
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : (Date.parse(header) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}
