import type { StateStore } from '../state/stateStore';
import { envLinkId, parseEnvLink, type EnvLink, type EnvLinkTarget } from './envLink';

const prefix = 'telnyxRooms.envLink:';

/** The links of a workspace's `.env` files to rooms: one entry per link, checked on read. */
export class EnvLinks {
  /** @param state the workspace's own, so that its links end with it. */
  constructor(private readonly state: StateStore) {}

  /** Every readable link; what can't be read is left where it is. */
  all(): readonly EnvLink[] {
    return this.state
      .keys()
      .filter(key => key.startsWith(prefix))
      .map(key => this.read(key))
      .filter(link => link !== undefined);
  }

  ofRoom(roomKey: string): readonly EnvLink[] {
    return this.all().filter(link => link.roomKey === roomKey);
  }

  /** Keeps a link, in place of the one that had the same variable of the same file. */
  async add(link: EnvLink): Promise<void> {
    await this.state.update(stateKey(link), link);
  }

  async remove(target: EnvLinkTarget): Promise<void> {
    await this.state.update(stateKey(target), undefined);
  }

  /** A link that stands under another one's key could not be removed: it is none. */
  private read(key: string): EnvLink | undefined {
    const link = parseEnvLink(this.state.get(key));
    return link !== undefined && stateKey(link) === key ? link : undefined;
  }
}

function stateKey(target: EnvLinkTarget): string {
  return prefix + envLinkId(target);
}
