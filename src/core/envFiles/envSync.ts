import type { Disposable, Event } from '../emitter';
import type { Logger } from '../logger';
import type { RoomView } from '../rooms/roomList';
import type { StoredTokens } from '../rooms/storedTokens';
import type { ServerClocks } from '../time/serverClocks';
import type { EnvFileWriter } from './envFileWriter';
import { isSameTarget, type EnvLink } from './envLink';
import type { EnvLinks } from './envLinks';
import type { EnvLinkState } from './envLinkState';
import { FileQueue } from './fileQueue';
import { LinkedFiles } from './linkedFiles';
import { LinkedTokens } from './linkedTokens';
import { LinkRemoval, type UnlinkOutcome } from './linkRemoval';
import { LinkStandings } from './linkStandings';
import type { OpenDocuments } from './openDocuments';
import type { WorkspaceTrust } from './workspaceTrust';

/** What the links of a workspace are kept with. */
export interface EnvSyncPorts {
  readonly links: EnvLinks;
  readonly rooms: RoomView;
  readonly stored: Pick<StoredTokens, 'token'>;
  readonly writer: Pick<EnvFileWriter, 'change' | 'tidy'>;
  readonly documents: OpenDocuments;
  readonly trust: WorkspaceTrust;
  readonly clocks: ServerClocks;
  readonly logger: Logger;
}

/** A link and how it stands with it. */
export interface KeptLink {
  readonly link: EnvLink;
  readonly state: EnvLinkState;
}

/**
 * Keeps this workspace's links: writes a room's client token to its files when there is a new one,
 * whoever got it, and takes it out again when the room is forgotten, whoever did.
 */
export class EnvSync implements Disposable {
  private readonly standings = new LinkStandings();
  private readonly queue = new FileQueue();
  private readonly tokens: LinkedTokens;
  private readonly files: LinkedFiles;
  private readonly removal: LinkRemoval;
  private readonly subscriptions: readonly Disposable[];

  /** The key of a room whose links, or how it stands with them, have changed. */
  readonly onDidChange: Event<string> = this.standings.onDidChange;

  constructor(private readonly ports: EnvSyncPorts) {
    const { clocks, documents, links, rooms, stored, trust, writer } = ports;
    const { standings } = this;
    this.tokens = new LinkedTokens(rooms, stored);
    this.files = new LinkedFiles(standings, this.tokens, writer, clocks.machine);
    this.removal = new LinkRemoval(links, standings, this.tokens, writer, trust, clocks);
    this.subscriptions = [
      rooms.onDidChange(change =>
        this.follow(change.kind === 'room' ? links.ofRoom(change.key) : links.all()),
      ),
      documents.onDidSettle(file => this.followFile(file)),
      trust.onDidGrant(() => void this.start()),
    ];
  }

  /** Looks after every file once: what happened while the workspace was closed. */
  async start(): Promise<void> {
    const { trust, writer } = this.ports;
    const files = [...new Set(this.all().map(({ file }) => file))];
    await Promise.all(
      files.map(async file => {
        if (trust.isTrusted()) {
          await writer.tidy(file).catch((error: unknown) => this.warn(error));
        }
        await this.bringUpToDate(file);
      }),
    );
  }

  /** Every link of this workspace. */
  all(): readonly EnvLink[] {
    return this.ports.links.all();
  }

  /** The links of a room, and how it stands with each. */
  ofRoom(roomKey: string): readonly KeptLink[] {
    return this.ports.links.ofRoom(roomKey).map(link => ({ link, state: this.stateOf(link) }));
  }

  stateOf(link: EnvLink): EnvLinkState {
    return this.standings.stateOf(link);
  }

  /** Keeps a link from now on, in place of the one of the same variable, and writes at once. */
  async link(link: EnvLink): Promise<EnvLinkState> {
    const replaced = this.all().find(other => isSameTarget(other, link));
    await this.ports.links.add(link);
    if (replaced !== undefined) {
      this.standings.clear(replaced);
    }
    this.standings.clear(link);
    return this.write(link);
  }

  /** Writes a link's token now; a file that is gone is made again. */
  async write(link: EnvLink): Promise<EnvLinkState> {
    await this.queue.run(link.file, () => {
      // Not known to be there: compared with the token itself, not only with its times.
      this.standings.set(link, { state: this.stateOf(link), token: undefined });
      return this.sync(link.file, true);
    });
    return this.stateOf(link);
  }

  /** Ends a link, with its value where that is wanted. Where that can't go now, the link stays. */
  unlink(link: EnvLink, { withValue }: { readonly withValue: boolean }): Promise<UnlinkOutcome> {
    return this.queue.run(link.file, () => this.removal.end(link, withValue));
  }

  /**
   * Ends the links of a room that is about to be forgotten, or of all, with their values. What can't be
   * taken out now (unsaved changes, no trust) is, once the room is gone, as soon as it can.
   */
  async leave(roomKey?: string): Promise<void> {
    const links = roomKey === undefined ? this.all() : this.ports.links.ofRoom(roomKey);
    await Promise.all(links.map(link => this.queue.run(link.file, () => this.end(link))));
  }

  /** Resolves when nothing is under way. */
  settled(): Promise<void> {
    return this.queue.settled();
  }

  dispose(): void {
    this.subscriptions.forEach(subscription => subscription.dispose());
  }

  /** Only a new token, or a room that is gone, is a reason to look at a file. */
  private follow(links: readonly EnvLink[]): void {
    for (const link of links) {
      const isSeen = this.standings.of(link)?.token === this.tokens.recorded(link);
      if (!this.isKnown(link) || !isSeen) {
        void this.bringUpToDate(link.file);
      }
    }
  }

  /** A link that holds its token is left alone: somebody may have put something else there on purpose. */
  private followFile(file: string): void {
    const isAtRest = (link: EnvLink) => this.isKnown(link) && this.stateOf(link).kind === 'current';
    if (!this.linksOf(file).every(isAtRest)) {
      void this.bringUpToDate(file);
    }
  }

  private bringUpToDate(file: string): Promise<void> {
    return this.queue.runOnce(file, () => this.sync(file, false));
  }

  /** Never rejects. */
  private async sync(file: string, creates: boolean): Promise<void> {
    const links = this.linksOf(file);
    for (const link of links.filter(link => !this.isKnown(link))) {
      await this.end(link);
    }
    const known = links.filter(link => this.isKnown(link));
    const tokens = new Map(known.map(link => [link, this.tokens.recorded(link)]));
    const states = await this.bring(file, known, creates);
    for (const link of known) {
      const state = states.get(link) ?? { kind: 'failed', cause: 'system' };
      this.standings.set(link, { state, token: tokens.get(link) });
    }
  }

  private async bring(
    file: string,
    links: readonly EnvLink[],
    creates: boolean,
  ): Promise<ReadonlyMap<EnvLink, EnvLinkState>> {
    if (!this.ports.trust.isTrusted()) {
      return new Map(links.map(link => [link, { kind: 'waiting', for: 'trust' }]));
    }
    try {
      return links.length === 0 ? new Map() : await this.files.write(file, links, creates);
    } catch (error) {
      this.warn(error);
      return new Map();
    }
  }

  private async end(link: EnvLink): Promise<void> {
    try {
      await this.removal.end(link, true);
    } catch (error) {
      this.warn(error);
    }
  }

  /** Whether a link's room is there; if not, some window has forgotten it. */
  private isKnown({ roomKey }: EnvLink): boolean {
    return this.ports.rooms.get(roomKey) !== undefined;
  }

  private linksOf(file: string): readonly EnvLink[] {
    return this.all().filter(link => link.file === file);
  }

  /** Foreign errors may quote what they were given: only their names are safe to log. */
  private warn(error: unknown): void {
    const name = error instanceof Error ? error.name : typeof error;
    this.ports.logger.warn(`A linked .env file could not be reached (${name}).`);
  }
}
