import { describe, expect, it } from 'vitest';
import { createKeptRoom } from './keptRoom';

describe('The timer of auto-refresh', () => {
  it('never sleeps for longer than 30 s', async () => {
    const { clock, pass } = await createKeptRoom({ client: 3600 });
    for (let seconds = 0; seconds < 7200; seconds += 10) {
      expect(Math.max(...clock.timers)).toBeLessThanOrEqual(30_000);
      await pass(10);
    }
  });

  it('is not there while nothing is to be done', async () => {
    const { clock, window, preferences } = await createKeptRoom();
    preferences.set({ notifyBeforeExpiry: 0 });
    window.watch.dispose();
    expect(clock.timers).toHaveLength(1);
    await window.keeper.chooseAutoRefresh(window.rooms.all()[0]?.key ?? '', 'off');
    expect(clock.timers).toEqual([]);
  });

  it('is gone when the window is closed', async () => {
    const { clock, window } = await createKeptRoom();
    expect(clock.timers).not.toEqual([]);
    window.dispose();
    expect(clock.timers).toEqual([]);
  });
});
