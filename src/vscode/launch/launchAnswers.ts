import { Turns } from '../../core/turns';
import { commandIds } from '../commands/commandIds';
import { lastingToken } from '../commands/lastingToken';
import type { Services } from '../services';
import { isTrustedWorkspace, obtainConsent } from './launchConsent';
import { LaunchRooms } from './launchRooms';

/** Finds what launches and tasks ask for; undefined where there is nothing, and why has been said. */
export class LaunchAnswers {
  private readonly rooms: LaunchRooms;
  /** One after the other: launches of a compound would hide each other's questions. */
  private readonly turns = new Turns();

  constructor(private readonly services: Services) {
    this.rooms = new LaunchRooms(services);
  }

  /** The one answer that gives a secret away, whoever asks: no way around trust and consent. */
  async clientToken(argument: unknown): Promise<string | undefined> {
    const { services } = this;
    if (!isTrustedWorkspace(services)) {
      return undefined;
    }
    const request = this.rooms.read(commandIds.clientToken, argument);
    if (request === undefined || !(await obtainConsent(services))) {
      return undefined;
    }
    return this.turns.take(async () => {
      const room = await this.rooms.choose(request);
      const token = room && (await lastingToken(services, room, request.minValidSeconds));
      // It may have been taken back while the token was waited for.
      return services.launchConsent.isGiven ? token : undefined;
    });
  }

  /** A room's ID opens nothing, so no consent is needed. */
  async roomId(argument: unknown): Promise<string | undefined> {
    const request = this.rooms.read(commandIds.roomId, argument);
    const room = request && (await this.turns.take(() => this.rooms.choose(request)));
    return room?.record.id;
  }
}
