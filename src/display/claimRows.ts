import type { DecodedToken } from '../core/tokens/decodeToken';
import { hasOddGrants } from '../core/tokens/grants';
import { numericDate } from '../core/tokens/tokenTimes';
import { isSecretClaim, withoutSecrets } from './decoded/claimSecrets';
import { plainText } from './plainText';
import type { Row } from './row';
import { mask } from './secretText';
import { localTime, utcTime } from './timeText';

/** Registered claims (RFC 7519, section 4.1) and Telnyx's own, in the order that they are shown. */
const knownClaims: Readonly<Record<string, string>> = {
  typ: 'Type',
  exp: 'Expires',
  iat: 'Issued at',
  nbf: 'Not before',
  aud: 'Audience',
  iss: 'Issuer',
  sub: 'Subject',
  jti: 'Token ID',
  grants_version: 'Grants version',
};

const timeClaims = new Set(['exp', 'iat', 'nbf']);

const mostRows = 100;

/** Stands for a text of which nothing can be seen. */
const blank = '(blank)';

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
  const summary = isUnsigned(token) ? 'not signed' : 'not verified';
  return {
    id,
    label: 'Claims',
    description: place === undefined ? summary : `${summary} · ${place}`,
    tooltip: signatureText(token),
    icon: { id: 'list-unordered' },
    children: [
      ...sorted
        .slice(0, mostRows)
        .map((name, index) => claimRow(`${id}/${index}`, name, token.claims[name], now)),
      ...(rest > 0 ? [{ id: `${id}/more`, label: `and ${rest} more` }] : []),
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
    return 'Not signed, says the token: anybody can write one like it.';
  }
  return typeof alg === 'string'
    ? `Signed with ${plainText(alg) || blank}, says the token. Its signature is not verified.`
    : 'The token does not say how it is signed. Its signature is not verified.';
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
    return { id, label, description: mask, tooltip: `${title}: hidden, it may be a secret` };
  }
  const text = typeof value === 'string' ? value : valueText(withoutSecrets('', value));
  const lead = timeClaims.has(name) ? 'not a time: ' : '';
  return {
    id,
    label,
    description: `${lead}${plainText(text) || blank}`,
    tooltip: `${title}: ${lead}${plainText(text, 300) || blank}`,
  };
}
