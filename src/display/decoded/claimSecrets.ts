/** Claims whose value may be a secret of its own, such as `tel_token` of older refresh tokens. */
const secretClaim = /token|secret|password|credential|key/i;

/** A JWT, or an API key in the shape of Telnyx's, whatever claim it stands in. */
const secretValue = /eyJ[\w-]{8,}\.|KEY[0-9A-F]{16}/;

/** What stands in a secret's place. */
export const mask = '••••••••';

/** Claims nested deeper than this are cut: `JSON.stringify` gives up on a few thousand levels. */
const deepest = 50;

/** Whether a claim's name or its text looks like a secret's. */
export function isSecretClaim(name: string, value: unknown): boolean {
  return secretClaim.test(name) || (typeof value === 'string' && secretValue.test(value));
}

/** A claim's value (as `JSON.parse` made it) with what it may hold of secrets masked, at any depth. */
export function withoutSecrets(name: string, value: unknown, depth = 0): unknown {
  if (isSecretClaim(name, value)) {
    return mask;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (depth === deepest) {
    return '…';
  }
  return Array.isArray(value)
    ? value.map((entry, index) => withoutSecrets(String(index), entry, depth + 1))
    : Object.fromEntries(
        Object.entries(value).map(([key, entry]) => [key, withoutSecrets(key, entry, depth + 1)]),
      );
}
