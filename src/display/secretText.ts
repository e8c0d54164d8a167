/**
 * The start of a JWT (two JSON objects in base64url), or an API key in the shape of Telnyx's,
 * whatever it stands in. The bound keeps the time in proportion to the text.
 */
const secret = /eyJ[\w-]{8,1000}\.|(?<![\w-])e[wy][\w-]{8,1000}\.e[wy][\w-]{4}|KEY[0-9A-F]{16}/;

/** What stands in a secret's place. */
export const mask = '••••••••';

/**
 * Whether a text that people read holds what can only be a secret. Narrower than `holdsSecret`: a room
 * may be called KEYNOTE2027, and a user has to recognise it.
 */
export function showsSecret(text: string): boolean {
  return secret.test(text);
}
