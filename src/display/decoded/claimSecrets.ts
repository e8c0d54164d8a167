import { t } from '../l10n';
import { showsSecret, mask } from '../secretText';

/** Claims whose value may be a secret of its own, such as `tel_token` of older refresh tokens. */
const secretClaim = /token|secret|password|credential|key/i;

/** Claims nested deeper than this are cut: `JSON.stringify` gives up on a few thousand levels. */
const deepest = 50;

/** Whether a claim's name or its text looks like a secret's. */
export function isSecretClaim(name: string, value: unknown): boolean {
  return secretClaim.test(name) || (typeof value === 'string' && showsSecret(value));
}

/** A claim's name, or the mask where it is a secret itself. */
export function shownName(name: string): string {
  return showsSecret(name) ? mask : name;
}

/**
 * A claim's value (as `JSON.parse` made it) with what it may hold of secrets masked, at any depth,
 * and with words in place of numbers that `JSON.parse` did not take as they were written.
 */
export function withoutSecrets(name: string, value: unknown, depth = 0): unknown {
  if (isSecretClaim(name, value)) {
    return mask;
  }
  if (typeof value === 'number') {
    return exactNumber(value);
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
        Object.entries(value).map(([key, entry]) => [
          shownName(key),
          withoutSecrets(key, entry, depth + 1),
        ]),
      );
}

/** `1e400` comes as `Infinity`, which JSON has not; of a number of 20 digits, the last ones are lost. */
function exactNumber(value: number): number | string {
  if (!Number.isFinite(value)) {
    return t('a number too large to read');
  }
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? t`about ${value}` : value;
}
