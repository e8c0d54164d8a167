import { holdsApiKey } from '../paste/apiKey';

/**
 * The start of a JWT, whosever it is. Its header is a JSON object in base64url: `{` with a quotation
 * mark, a blank, a line break or a tab behind it.
 */
const jwt = /(?<![\w-])e(?:y[A-DI-L]|w[k-r0-3])[\w-]{3,}\.[\w-]{4}/;

/** Whether a JWT or an API key of Telnyx stands anywhere in a text. */
export function holdsSecret(text: string): boolean {
  return jwt.test(text) || holdsApiKey(text);
}
