import type { DecodedToken, DecodeResult } from '../../core/tokens/decodeToken';
import { numericDate } from '../../core/tokens/tokenTimes';
import { isSecretClaim, withoutSecrets } from '../decoded/claimSecrets';
import { mask } from '../secretText';
import { utcTime } from '../timeText';
import { inEnglish } from '../translator';
import { agentText } from './agentText';

/** More than any real token has; the rest is counted. */
const mostEntries = 20;

const timeClaims = new Set(['exp', 'iat', 'nbf']);

/** What a token says, for an agent: grants and claims, masked where the view masks them, and bounded. */
export function agentClaims(result: DecodeResult) {
  if (!result.ok) {
    return {
      decoded: false,
      reason: 'This token does not decode as a JWT. It may work all the same.',
    };
  }
  const { claims, grants } = result.token;
  const names = Object.keys(claims).filter(name => name !== 'grants');
  return {
    decoded: true,
    verified: false,
    grants: capped(grants).map(({ actions, resources, subjects }) => ({
      actions: texts(actions),
      resources: texts(resources),
      subjects: texts(subjects),
    })),
    claims: Object.fromEntries(
      capped(names).map(name => [agentText(name, 40), claimText(result.token, name)]),
    ),
    ...leftOut('grants', grants),
    ...leftOut('claims', names),
  };
}

function claimText({ claims }: DecodedToken, name: string): string {
  const value = claims[name];
  const time = timeClaims.has(name) ? numericDate(value) : undefined;
  if (time !== undefined) {
    return utcTime(time);
  }
  if (isSecretClaim(name, value)) {
    return mask;
  }
  return agentText(
    typeof value === 'string' ? value : JSON.stringify(inEnglish(() => withoutSecrets('', value))),
  );
}

function texts(names: readonly string[]): readonly string[] {
  return capped(names).map(name => agentText(name, 120));
}

function capped<T>(entries: readonly T[]): readonly T[] {
  return entries.slice(0, mostEntries);
}

function leftOut(what: string, entries: readonly unknown[]): Readonly<Record<string, number>> {
  return entries.length > mostEntries ? { [`${what}LeftOut`]: entries.length - mostEntries } : {};
}
