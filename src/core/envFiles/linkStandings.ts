import { Emitter } from '../emitter';
import type { TokenTimes } from '../tokens/tokenTimes';
import { envLinkId, type EnvLink } from './envLink';
import { sameLinkState, type EnvLinkState } from './envLinkState';

/** How a link stands, and the times of the room's client token when that was found out. */
export interface LinkStanding {
  readonly state: EnvLinkState;
  readonly token: TokenTimes | undefined;
}

const unchecked: EnvLinkState = { kind: 'unchecked' };

/** The one owner of how it stands with the links of a workspace. */
export class LinkStandings {
  private readonly standings = new Map<string, LinkStanding>();
  private readonly changed = new Emitter<string>();
  /** The key of a room with a link that stands otherwise than before, has come or has gone. */
  readonly onDidChange = this.changed.event;

  /** Undefined while a link was not looked after. */
  of(link: EnvLink): LinkStanding | undefined {
    return this.standings.get(envLinkId(link));
  }

  stateOf(link: EnvLink): EnvLinkState {
    return this.of(link)?.state ?? unchecked;
  }

  set(link: EnvLink, standing: LinkStanding): void {
    const before = this.stateOf(link);
    this.standings.set(envLinkId(link), standing);
    if (!sameLinkState(before, standing.state)) {
      this.changed.fire(link.roomKey);
    }
  }

  /** A link has come, in place of another perhaps, or has gone: nothing is known of it. */
  clear(link: EnvLink): void {
    this.standings.delete(envLinkId(link));
    this.changed.fire(link.roomKey);
  }
}
