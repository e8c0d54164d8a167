import { t } from '../l10n';
import { utcTime } from '../timeText';
import type { TokenForm } from './copyForm';
import { shellWord } from './quoted';

/** The client token and nothing else. */
export const tokenForm: TokenForm = {
  id: 'token',
  label: t('Token'),
  description: t('the client token alone'),
  needsToken: true,
  text: ({ token }) => token,
};

/** A header line, as curl's `--header` and HTTP files take it. */
export const bearerForm: TokenForm = {
  id: 'bearer',
  label: t('Authorization Header'),
  description: 'Authorization: Bearer …',
  needsToken: true,
  text: ({ token }) => `Authorization: Bearer ${token}`,
};

/** The `data` of the API's answer. */
export const jsonForm: TokenForm = {
  id: 'json',
  label: 'JSON',
  description: t('{"token": …, "token_expires_at": …}, as the API answers it'),
  needsToken: true,
  text: ({ token, expiresAt }) =>
    JSON.stringify(
      { token, ...(expiresAt !== undefined && { token_expires_at: utcTime(expiresAt) }) },
      undefined,
      2,
    ),
};

/** A line of a `.env` file; a shell takes it as well. */
export const environmentForm: TokenForm = {
  id: 'environment',
  label: t('.env Line'),
  description: 'TELNYX_CLIENT_TOKEN=…',
  needsToken: true,
  text: ({ token }) => `TELNYX_CLIENT_TOKEN=${environmentValue(token)}`,
};

/** A JWT needs no quotes. What does is safe in a shell above all: no part of it is ever run. */
function environmentValue(token: string): string {
  return /^[\w.~+/=-]+$/.test(token) ? token : shellWord(token);
}
