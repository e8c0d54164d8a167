import { grantedRoomIds } from '../tokens/grants';
import { tokenKind, type TokenKind } from '../tokens/tokenKind';
import { earlier, tokenTimes, type TokenTimes } from '../tokens/tokenTimes';
import type { FoundToken } from './foundTokens';

/** A token found in pasted text. */
export interface PastedToken {
  readonly kind: TokenKind;
  readonly token: string;
  /** From its claims; its expiry is the earlier of `exp` and the one that is written beside it. */
  readonly times: TokenTimes;
  /** The rooms that its grants name. */
  readonly roomIds: readonly string[];
  /**
   * Whether the token's own claims say its kind. Otherwise its name does, or nothing: then the kind
   * is a guess, refresh.
   */
  readonly certain: boolean;
}

/** The tokens worth keeping, at most one of each kind, or the last of those that have ended. */
export interface ChosenTokens {
  readonly client?: PastedToken;
  readonly refresh?: PastedToken;
  /** Only when every token has ended. */
  readonly expired?: PastedToken;
}

/** A token with what its kind was told from: the higher, the better. */
interface WeighedToken {
  readonly pasted: PastedToken;
  readonly trust: number;
}

/**
 * Chooses among the tokens of a text at `now` (milliseconds since the epoch). Of one kind, what
 * claims say goes before what a name says, and that before a guess: among a whole `.env` file there
 * may be other services' tokens. Then the one that ends last wins.
 */
export function chooseTokens(found: readonly FoundToken[], now: number): ChosenTokens {
  const all = found.map(weigh);
  const usable = all.filter(({ pasted }) => expiry(pasted, Infinity) > now);
  if (usable.length === 0) {
    const expired = best(all.map(({ pasted }) => ({ pasted, trust: 0 })));
    return expired === undefined ? {} : { expired };
  }
  const client = best(usable.filter(({ pasted }) => pasted.kind === 'client'));
  const refresh = best(usable.filter(({ pasted }) => pasted.kind === 'refresh'));
  return { ...(client && { client }), ...(refresh && { refresh }) };
}

function weigh({ token, decoded, named, namedExpiry }: FoundToken): WeighedToken {
  const claimed = decoded && tokenKind(decoded);
  const trust = claimed !== undefined ? 2 : named !== undefined ? 1 : 0;
  return {
    pasted: {
      kind: claimed ?? named ?? 'refresh',
      token,
      times: tokenTimes(decoded?.times.issuedAt, earlier(decoded?.times.expiresAt, namedExpiry)),
      roomIds: decoded ? grantedRoomIds(decoded.grants) : [],
      certain: claimed !== undefined,
    },
    trust,
  };
}

/** The most trusted token, of these the one that ends last; an unknown end counts as the first. */
function best(tokens: readonly WeighedToken[]): PastedToken | undefined {
  const byWorth = (one: WeighedToken, other: WeighedToken) =>
    other.trust - one.trust || expiry(other.pasted, 0) - expiry(one.pasted, 0);
  return tokens.toSorted(byWorth)[0]?.pasted;
}

function expiry(token: PastedToken, unknown: number): number {
  return token.times.expiresAt ?? unknown;
}
