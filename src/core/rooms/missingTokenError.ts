import type { TokenKind } from '../tokens/tokenKind';
import type { Room } from './room';

/** There is no token of this kind to work with. */
export class MissingTokenError extends Error {
  override readonly name = 'MissingTokenError';

  /** @param lost whether one had been stored that VS Code can no longer read. */
  constructor(
    readonly kind: TokenKind,
    readonly room: Room | undefined,
    readonly lost: boolean,
  ) {
    super(`no ${kind} token${lost ? ': the stored one was lost' : ''}`);
  }
}
