import type { Core } from '../../../support/composeCore';
import type { RoomIdentity } from '../../../../src/core/rooms/roomIdentity';
import { MemoryApi } from '../../../support/memoryApi';
import { createWorld, key, noon, room, type World } from '../rooms/world';

/** A user's windows and an API that hands out tokens, on a clock that the test drives. */
export interface FreshWorld extends World {
  readonly api: MemoryApi;
  /** Lets so many seconds pass, and waits at every timer for what it leads to. */
  readonly pass: (seconds: number) => Promise<void>;
  /** When the API was called, in seconds after noon by the machine's clock. */
  readonly callTimes: () => readonly number[];
  /** Gives a room tokens that live so many seconds, as the answers of the API do. */
  readonly give: (
    window: Core,
    lives: { readonly client?: number; readonly refresh?: number },
    target?: RoomIdentity,
  ) => Promise<void>;
}

/** So often may a timer fire without time passing, before it counts as an endless loop. */
const mostTimersAtOnce = 5000;

/** A world at noon with an API, and without rooms. */
export function createFreshWorld(): FreshWorld {
  const world = createWorld();
  const { clock, secrets, transport } = world;
  const api = new MemoryApi(clock);
  transport.answerEach(api.respond);
  return {
    ...world,
    api,
    async pass(seconds) {
      let left = seconds * 1000;
      let atOnce = 0;
      await secrets.settled();
      for (let next = clock.timers[0]; next !== undefined && next <= left; next = clock.timers[0]) {
        atOnce = next === 0 ? atOnce + 1 : 0;
        if (atOnce > mostTimersAtOnce) {
          throw new Error('Timers fire again and again without time passing.');
        }
        clock.advance(next);
        left -= next;
        await secrets.settled();
      }
      clock.advance(left);
      await secrets.settled();
    },
    callTimes: () => api.calls.map(({ at }) => (at - noon) / 1000),
    async give(window, { client, refresh }, target = room) {
      await window.keeper.keep(target, {
        ...(client !== undefined && {
          client: { token: api.client(target.id, client), ttlSeconds: client },
        }),
        ...(refresh !== undefined && {
          refresh: { token: api.refresh(target.id, refresh), ttlSeconds: refresh },
        }),
      });
      await secrets.settled();
    },
  };
}

/** A world with a window and one room that is kept fresh. */
export async function createKeptRoom(lives: { client?: number; refresh?: number } = {}) {
  const world = createFreshWorld();
  const window = world.open();
  await world.give(window, { client: 600, refresh: 86_400, ...lives });
  await window.keeper.chooseAutoRefresh(key, 'on');
  return { ...world, window };
}

/** What lies between each moment and the next. */
export function gapsOf(times: readonly number[]): readonly number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

/** How a window shows the room's auto-refresh. */
export function stateOf(window: Core) {
  return window.rooms.get(key)?.autoRefresh;
}

/** When a window means to ask for the room's next token, by the clock of the API. */
export function nextAtOf(window: Core): number | undefined {
  const shown = window.rooms.get(key);
  return shown && window.autoRefresh.nextAt(shown);
}

/** Every stop that a window tells of, as it comes. */
export function stopsOf(window: Core) {
  const stops: { key: string; action: string; error: Error }[] = [];
  window.autoRefresh.onDidStop(stop => stops.push(stop));
  return stops;
}
