import { describe, expect, it } from 'vitest';
import { createKeptRoom } from './keptRoom';

/** A kept room in two windows; the second one has no focus. */
async function createWindows() {
  const { window, ...world } = await createKeptRoom();
  const other = world.open();
  other.focus.set(false);
  const { transport } = world;
  return {
    ...world,
    window,
    other,
    /** How many connections were asked for, and how many of them are still wanted. */
    connections: () => {
      const signals = [...new Set(transport.preparations.map(({ signal }) => signal))];
      return { asked: signals.length, open: signals.filter(signal => !signal.aborted).length };
    },
  };
}

describe('The connection for a scheduled refresh', () => {
  it('is opened 5 s before, by the window with the focus, and the refresh is in time', async () => {
    const { pass, connections, callTimes, transport } = await createWindows();
    await pass(534);
    expect(connections()).toEqual({ asked: 0, open: 0 });
    await pass(2);
    expect(connections()).toEqual({ asked: 1, open: 1 });
    expect(transport.preparations[0]?.origin).toBe('https://api.telnyx.com');
    expect(callTimes()).toEqual([]);
    await pass(5);
    expect(callTimes()).toEqual([540]);
    expect(connections()).toEqual({ asked: 1, open: 0 });
  });

  it('is kept while the request is made', async () => {
    const { pass, connections, api } = await createWindows();
    api.latency = 3000;
    await pass(541);
    expect(connections()).toEqual({ asked: 1, open: 1 });
    await pass(3);
    expect(connections()).toEqual({ asked: 1, open: 0 });
  });

  it('is given up when another window has refreshed meanwhile', async () => {
    const { pass, connections, callTimes, window, other } = await createWindows();
    await pass(536);
    const record = other.rooms.all()[0]?.record;
    expect(record).toBeDefined();
    if (record) {
      await other.tokens.refresh({ room: record, ttlSeconds: 600 }, new AbortController().signal);
    }
    await pass(1);
    expect(window.rooms.all()).toHaveLength(1);
    expect(connections()).toEqual({ asked: 1, open: 0 });
    await pass(60);
    expect(callTimes()).toEqual([536]);
    expect(connections()).toEqual({ asked: 1, open: 0 });
  });

  it('is not opened by a window without focus, whose refresh comes half a second later', async () => {
    const { pass, connections, callTimes, window } = await createWindows();
    window.focus.set(false);
    await pass(545);
    expect(callTimes()).toEqual([540.5]);
    expect(connections()).toEqual({ asked: 0, open: 0 });
  });

  it('is given up when the room is no longer kept fresh, and with the window', async () => {
    const { pass, connections, window } = await createWindows();
    await pass(536);
    const [room] = window.rooms.all();
    await window.keeper.chooseAutoRefresh(room?.key ?? '', 'off');
    expect(connections()).toEqual({ asked: 1, open: 0 });
    await window.keeper.chooseAutoRefresh(room?.key ?? '', 'on');
    expect(connections()).toEqual({ asked: 2, open: 1 });
    window.dispose();
    expect(connections()).toEqual({ asked: 2, open: 0 });
  });
});
