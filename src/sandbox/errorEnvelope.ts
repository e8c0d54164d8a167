/** Titles of the vendor's error catalogue, for the codes that the sandbox answers with. */
const titles = {
  '10004': 'Missing required parameter',
  '10005': 'Resource not found',
  '10006': 'Invalid ID',
  '10007': 'Unexpected error',
  '10009': 'Authentication failed',
  '10010': 'Authorization failed',
  '10011': 'Too many requests',
  '10012': 'Duplicate resource',
  '10015': 'Bad Request',
  '10027': 'Invalid value',
} as const;

export type ErrorCode = keyof typeof titles;

/** Where the mistake is: a JSON pointer into the body, or the name of a path or query parameter. */
export type ErrorSource = { readonly pointer: string } | { readonly parameter: string };

/** Thrown by a call to end it with an error answer. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    readonly detail: string,
    readonly extra: {
      readonly source?: ErrorSource;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(`${code} ${titles[code]}: ${detail}`);
  }
}

/** The body of every error answer: `{errors: [{code, title, detail, source?, meta}]}`. */
export function errorEnvelope(
  code: ErrorCode,
  detail: string,
  extra: { readonly source?: ErrorSource | undefined; readonly title?: string } = {},
): object {
  return {
    errors: [
      {
        code,
        title: extra.title ?? titles[code],
        detail,
        ...(extra.source && { source: extra.source }),
        meta: { url: `https://developers.telnyx.com/docs/overview/errors/${code}` },
      },
    ],
  };
}
