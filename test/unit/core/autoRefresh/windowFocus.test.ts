import { describe, expect, it } from 'vitest';
import { WindowFocus } from '../../../../src/core/autoRefresh/windowFocus';
import { ManualClock } from '../../../support/manualClock';
import { noon } from '../rooms/world';

function createFocus() {
  const clock = new ManualClock(noon);
  const focus = new WindowFocus(clock);
  const seen: boolean[] = [];
  focus.onDidChange(() => seen.push(focus.isFocused));
  return { clock, focus, seen };
}

describe('WindowFocus', () => {
  it('is there at first, so that the window is never away', () => {
    const { focus } = createFocus();
    expect(focus.isFocused).toBe(true);
    expect(focus.awayFor(0)).toBe(Infinity);
  });

  it('tells of each change once', () => {
    const { focus, seen } = createFocus();
    [true, false, false, true, true, false].forEach(isFocused => focus.set(isFocused));
    expect(seen).toEqual([false, true, false]);
  });

  it('counts from when it was lost', () => {
    const { clock, focus } = createFocus();
    clock.advance(1000);
    focus.set(false);
    clock.advance(5000);
    focus.set(false);
    expect(focus.awayFor(60_000)).toBe(noon + 61_000);
    focus.set(true);
    expect(focus.awayFor(60_000)).toBe(Infinity);
  });

  it('counts anew from when the clock was set back', () => {
    const { clock, focus } = createFocus();
    focus.set(false);
    clock.set(noon - 3_600_000);
    expect(focus.awayFor(60_000)).toBe(noon - 3_600_000 + 60_000);
  });
});
