/** Whether a word is an API key of Telnyx rather than a token. */
export function isApiKey(word: string): boolean {
  return /^KEY[0-9A-Za-z]/.test(word);
}

/**
 * A key among other text: in its known shape wherever it stands (`-HKEY…`), else as the start of a
 * word; one such as `KEYCLOAK_URL` has no digit.
 */
const apiKeyInText = /KEY[0-9A-F]{32}_|(?<![\w-])KEY(?=[\w-]{0,80}\d)[0-9A-Za-z][\w-]{6}/;

/** Whether an API key of Telnyx stands anywhere in a text. */
export function holdsApiKey(text: string): boolean {
  return apiKeyInText.test(text);
}
