import type { EnvRefusal, EnvWriteOutcome } from './envWriteOutcome';
import type { LinkedToken } from './linkedTokens';

/** How it stands with a link: whether its variable holds the room's client token, or why not. */
export type EnvLinkState =
  /** The workspace has just opened. */
  | { readonly kind: 'unchecked' }
  /** It holds the token; `writtenAt` (milliseconds since the epoch) where this window wrote it. */
  | { readonly kind: 'current'; readonly writtenAt?: number }
  /** Goes on by itself: once the file is saved, the workspace is trusted, or the room has a token. */
  | { readonly kind: 'waiting'; readonly for: 'save' | 'trust' | 'token' }
  /** The file is gone. It is not made again before the user says so. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly refusal: EnvRefusal }
  /** Tried again with the next token, or when the user says so. */
  | { readonly kind: 'failed'; readonly cause: 'busy' | 'lostToken' | 'system' };

/** How it stands with a link after its file was looked after at `now` (milliseconds since the epoch). */
export function stateAfter(
  outcome: EnvWriteOutcome,
  token: LinkedToken | undefined,
  before: EnvLinkState,
  now: number,
): EnvLinkState {
  switch (token?.kind) {
    case 'current':
      return before.kind === 'current' ? before : { kind: 'current' };
    case 'none':
      return { kind: 'waiting', for: 'token' };
    case 'unreadable':
      return { kind: 'failed', cause: token.isLost ? 'lostToken' : 'system' };
    case 'new':
    case undefined:
      return ofOutcome(outcome, before, now);
  }
}

/** Whether two states say the same. */
export function sameLinkState(one: EnvLinkState, other: EnvLinkState): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function ofOutcome(outcome: EnvWriteOutcome, before: EnvLinkState, now: number): EnvLinkState {
  switch (outcome.kind) {
    case 'written':
      return { kind: 'current', writtenAt: now };
    case 'unchanged':
      return before.kind === 'current' ? before : { kind: 'current' };
    case 'missing':
      return { kind: 'missing' };
    case 'unsaved':
      return { kind: 'waiting', for: 'save' };
    case 'refused':
      return { kind: 'refused', refusal: outcome.refusal };
    case 'busy':
      return { kind: 'failed', cause: 'busy' };
  }
}
