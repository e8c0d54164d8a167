import { MissingTokenError } from '../rooms/missingTokenError';
import type { RoomView } from '../rooms/roomList';
import type { StoredTokens } from '../rooms/storedTokens';
import type { TokenTimes } from '../tokens/tokenTimes';
import type { EnvValues } from './envFileWriter';
import type { EnvLink } from './envLink';
import type { LinkStanding } from './linkStandings';
import { holdsRecorded, linkedValues, type LeavingRoom } from './linkedValues';

/** What a link needs of its room, compared with what its file says. */
export type LinkedToken =
  | { readonly kind: 'current' }
  | { readonly kind: 'new'; readonly values: EnvValues }
  /** The room has none yet. */
  | { readonly kind: 'none' }
  /** It can't be read: VS Code lost it, or its secret storage does not answer. */
  | { readonly kind: 'unreadable'; readonly isLost: boolean };

/** The client tokens of linked rooms. Reads a secret only when a file turns out to be out of date. */
export class LinkedTokens {
  constructor(
    private readonly rooms: RoomView,
    private readonly stored: Pick<StoredTokens, 'token'>,
  ) {}

  /** The times of the client token that a link's room is recorded with: another object, another token. */
  recorded({ roomKey }: EnvLink): TokenTimes | undefined {
    return this.rooms.get(roomKey)?.record.clientToken;
  }

  /**
   * Compares a file with its room. A token that was recorded since the file was last up to date
   * (`known`) counts as new even where its times are the same: two that were got within one second
   * have the same.
   */
  async look(link: EnvLink, text: string, known: LinkStanding | undefined): Promise<LinkedToken> {
    const record = this.rooms.get(link.roomKey)?.record;
    if (record?.clientToken === undefined) {
      return { kind: 'none' };
    }
    const isSeen =
      known === undefined || (known.state.kind === 'current' && known.token === record.clientToken);
    if (isSeen && holdsRecorded(text, link, record)) {
      return { kind: 'current' };
    }
    try {
      const token = await this.stored.token('client', link.roomKey);
      return { kind: 'new', values: linkedValues(link, token, record.clientToken.expiresAt) };
    } catch (error) {
      return { kind: 'unreadable', isLost: error instanceof MissingTokenError };
    }
  }

  /** What is known of a link's room when the link goes; of a forgotten one, no more than its id. */
  async leaving({ roomKey }: EnvLink): Promise<Omit<LeavingRoom, 'now'>> {
    const clientToken = this.rooms.get(roomKey)?.record.clientToken;
    const token =
      clientToken && (await this.stored.token('client', roomKey).catch(() => undefined));
    const id = roomKey.slice(roomKey.lastIndexOf('/') + 1);
    return { id, token, expiresAt: clientToken?.expiresAt };
  }
}
