import type { Clock } from '../time/clock';
import type { EnvFileWriter, EnvValues } from './envFileWriter';
import type { EnvLink } from './envLink';
import { stateAfter, type EnvLinkState } from './envLinkState';
import type { LinkedToken, LinkedTokens } from './linkedTokens';
import type { LinkStandings } from './linkStandings';

/** Brings files up to date with the rooms that are linked to them. */
export class LinkedFiles {
  constructor(
    private readonly standings: LinkStandings,
    private readonly tokens: LinkedTokens,
    private readonly writer: Pick<EnvFileWriter, 'change'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes what is new to a file, in one go; the answer says how it stands with each of its links.
   * Rejects when the system fails.
   */
  async write(
    file: string,
    links: readonly EnvLink[],
    creates: boolean,
  ): Promise<ReadonlyMap<EnvLink, EnvLinkState>> {
    const found = new Map<EnvLink, LinkedToken>();
    const valuesFor = async (text: string): Promise<EnvValues> => {
      let values: EnvValues = {};
      for (const link of links) {
        const token = await this.tokens.look(link, text, this.standings.of(link));
        found.set(link, token);
        values = { ...values, ...(token.kind === 'new' && token.values) };
      }
      return values;
    };
    const outcome = await this.writer.change({ file, creates, onlyRemoves: false, valuesFor });
    const now = this.clock.now();
    return new Map(
      links.map(link => {
        const before = this.standings.stateOf(link);
        return [link, stateAfter(outcome, found.get(link), before, now)];
      }),
    );
  }
}
