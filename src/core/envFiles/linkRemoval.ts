import type { ServerClocks } from '../time/serverClocks';
import type { EnvFileWriter } from './envFileWriter';
import type { EnvLink } from './envLink';
import type { EnvLinks } from './envLinks';
import type { EnvWriteOutcome } from './envWriteOutcome';
import { leavingValues } from './linkedValues';
import type { LinkedTokens } from './linkedTokens';
import type { LinkStandings } from './linkStandings';
import type { WorkspaceTrust } from './workspaceTrust';

/** How the end of a link went: an untrusted workspace is not written to. */
export type UnlinkOutcome = EnvWriteOutcome | { readonly kind: 'untrusted' };

/** Ends links. Nothing here takes turns: see `EnvSync`. */
export class LinkRemoval {
  constructor(
    private readonly links: EnvLinks,
    private readonly standings: LinkStandings,
    private readonly tokens: LinkedTokens,
    private readonly writer: Pick<EnvFileWriter, 'change'>,
    private readonly trust: WorkspaceTrust,
    private readonly clocks: ServerClocks,
  ) {}

  /** Ends a link, and takes its value out where that is wanted. Where that can't go now, the link stays. */
  async end(link: EnvLink, withValue: boolean): Promise<UnlinkOutcome> {
    const outcome = withValue ? await this.removeValue(link) : { kind: 'unchanged' as const };
    if (isDone(outcome)) {
      await this.links.remove(link);
      this.standings.clear(link);
    }
    return outcome;
  }

  private async removeValue(link: EnvLink): Promise<UnlinkOutcome> {
    if (!this.trust.isTrusted()) {
      return { kind: 'untrusted' };
    }
    const room = await this.tokens.leaving(link);
    const leaving = { ...room, now: this.clocks.now(link.roomKey) };
    return this.writer.change({
      file: link.file,
      creates: false,
      onlyRemoves: true,
      valuesFor: text => Promise.resolve(leavingValues(text, link, leaving)),
    });
  }
}

/** Whether nothing of the link is left in its file that could still go. */
function isDone({ kind }: UnlinkOutcome): boolean {
  return kind === 'written' || kind === 'unchanged' || kind === 'missing';
}
