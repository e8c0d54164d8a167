import type { DecodedToken } from '../core/tokens/decodeToken';
import { hasOddGrants } from '../core/tokens/grants';
import { numericDate } from '../core/tokens/tokenTimes';
import { isSecretClaim, withoutSecrets } from './decoded/claimSecrets';
import { t } from './l10n';
import { plainText } from './plainText';
import type { Row } from './row';
import { mask } from './secretText';
import { localTime, utcTime } from './timeText';

/** Registered claims (RFC 7519, section 4.1) and Telnyx's own, in the order that they are shown. */
// Translators: the names of a JWT's claims.
const knownClaims: Readonly<Record<string, string>> = {
  typ: t('Type'),
  exp: t('Expires'),
  iat: t('Issued at'),
  nbf: t('Not before'),
  aud: t('Audience'),
  iss: t('Issuer'),
  sub: t('Subject'),
  jti: t('Token ID'),
  grants_version: t('Grants version'),
};

const timeClaims = new Set(['exp', 'iat', 'nbf']);

const mostRows = 100;

/** Stands for a text of which nothing can be seen. */
const blank = t('(blank)');

/**
 * The *Claims* row: known claims first, unknown ones as they came. The grants have rows of their own
 * and are left out, unless those don't show all of the claim.
 */
export function claimsRow(
  key: string,
  token: DecodedToken,
  place: string | undefined,
  now: number,
): Row {
  const id = `${key}#claims`;
  const order = Object.keys(knownClaims);
  const names = Object.keys(token.claims).filter(
    name => name !== 'grants' || hasOddGrants(token.claims[name]),
  );
  const sorted = [
    ...order.filter(name => names.includes(name)),
    ...names.filter(name => !order.includes(name)),
  ];
  const rest = sorted.length - mostRows;
  const summary = isUnsigned(token) ? t('not signed') : t('not verified');
  return {
    id,
    label: t('Claims'),
    description: place === undefined ? summary : `${summary} · ${place}`,
    tooltip: signatureText(token),
    icon: { id: 'list-unordered' },
    children: [
      ...sorted
        .slice(0, mostRows)
        .map((name, index) => claimRow(`${id}/${index}`, name, token.claims[name], now)),
      ...(rest > 0 ? [{ id: `${id}/more`, label: t`and ${rest} more` }] : []),
    ],
  };
}

/** `alg: none` (RFC 7519, section 6), in the spellings that have fooled libraries. */
function isUnsigned({ header: { alg } }: DecodedToken): boolean {
  return typeof alg === 'string' && alg.toLowerCase() === 'none';
}

function signatureText(token: DecodedToken): string {
  const { alg } = token.header;
  if (isUnsigned(token)) {
    return t('Not signed, says the token: anybody can write one like it.');
  }
  return typeof alg === 'string'
    ? // Translators: {0} is an algorithm such as RS256.
      t`Signed with ${plainText(alg) || blank}, says the token. Its signature is not verified.`
    : t('The token does not say how it is signed. Its signature is not verified.');
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function claimRow(id: string, name: string, value: unknown, now: number): Row {
  const known = Object.hasOwn(knownClaims, name) ? knownClaims[name] : undefined;
  const title = plainText(name) || blank;
  const label = known ?? title;
  const time = timeClaims.has(name) ? numericDate(value) : undefined;
  if (time !== undefined) {
    return {
      id,
      label,
      description: localTime(time, now),
      tooltip: `${title}: ${utcTime(time)} (UTC)`,
    };
  }
  if (isSecretClaim(name, value)) {
    return {
      id,
      label,
      description: mask,
      tooltip: t`${title}: hidden, it may be a secret`,
      accessibilityLabel: `${label}, ${t('hidden')}`,
    };
  }
  const text = typeof value === 'string' ? value : valueText(withoutSecrets('', value));
  const shown = (longest?: number) => {
    const plain = plainText(text, longest) || blank;
    return timeClaims.has(name) ? t`not a time: ${plain}` : plain;
  };
  return {
    id,
    label,
    description: shown(),
    tooltip: `${title}: ${shown(300)}`,
  };
}
