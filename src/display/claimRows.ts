import type { DecodedToken } from '../core/tokens/decodeToken';
import { numericDate } from '../core/tokens/tokenTimes';
import { isSecretClaim, mask, withoutSecrets } from './decoded/claimSecrets';
import { plainText } from './plainText';
import type { Row } from './row';
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
  const names = Object.keys(token.claims).filter(name => name !== 'grants' || hasOddGrants(token));
  const sorted = [
    ...order.filter(name => names.includes(name)),
    ...names.filter(name => !order.includes(name)),
  ];
  const rest = sorted.length - mostRows;
  const summary = 'not verified';
  return {
    id,
    label: 'Claims',
    description: place === undefined ? summary : `${summary} · ${place}`,
    tooltip: `Signed with ${plainText(String(token.header['alg']))}, says the token. Its signature is not verified.`,
    icon: { id: 'list-unordered' },
    children: [
      ...sorted
        .slice(0, mostRows)
        .map((name, index) => claimRow(`${id}/${index}`, name, token.claims[name], now)),
      ...(rest > 0 ? [{ id: `${id}/more`, label: `and ${rest} more` }] : []),
    ],
  };
}

/** Whether the claim holds more than the grants that were read out of it. */
function hasOddGrants({ claims, grants }: DecodedToken): boolean {
  const claim = claims['grants'];
  return !Array.isArray(claim) || claim.length !== grants.length;
}

function claimRow(id: string, name: string, value: unknown, now: number): Row {
  const known = Object.hasOwn(knownClaims, name) ? knownClaims[name] : undefined;
  const title = plainText(name);
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
  const text = typeof value === 'string' ? value : JSON.stringify(withoutSecrets('', value));
  return {
    id,
    label,
    description: plainText(text),
    tooltip: `${title}: ${plainText(text, 300)}`,
  };
}
