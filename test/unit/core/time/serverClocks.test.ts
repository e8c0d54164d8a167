import { describe, expect, it } from 'vitest';
import { ServerClocks } from '../../../../src/core/time/serverClocks';
import { ManualClock } from '../../../support/manualClock';
import { noon } from '../rooms/world';

const baseUrl = 'https://api.telnyx.com/v2';
const url = `${baseUrl}/rooms?page[size]=1`;

function createClocks() {
  const clock = new ManualClock(noon);
  const clocks = new ServerClocks(clock);
  let changes = 0;
  clocks.onDidChange(() => changes++);
  return {
    clock,
    clocks,
    changes: () => changes,
    /** An answer that was under way for so long, by a server whose clock is ahead so much. */
    observe: (ahead: number, took = 0) => {
      const sentAt = clock.now();
      clock.advance(took);
      const date = new Date(sentAt + took / 2 + ahead).toUTCString();
      clocks.observe(url, date, sentAt);
    },
  };
}

describe('The clock of an API', () => {
  it('is taken to be that of the machine until an answer tells', () => {
    const { clock, clocks } = createClocks();
    clock.advance(1000);
    expect(clocks.now(baseUrl)).toBe(noon + 1000);
    expect(clocks.offset(baseUrl)).toBe(0);
  });

  it.each([-3_600_000, -180_000, -3000, 3000, 180_000, 3_600_000])(
    'is known to be %i ms ahead, to the second',
    ahead => {
      const { clocks, observe, changes } = createClocks();
      observe(ahead);
      expect(Math.abs(clocks.offset(baseUrl) - ahead)).toBeLessThanOrEqual(1000);
      expect(clocks.now(baseUrl)).toBe(noon + clocks.offset(baseUrl));
      expect(changes()).toBe(1);
    },
  );

  it.each([-1000, 0, 1000])('that is only %i ms ahead counts as right', ahead => {
    const { clocks, observe, changes } = createClocks();
    observe(ahead);
    expect(clocks.offset(baseUrl)).toBe(0);
    expect(changes()).toBe(0);
  });

  it('is no other for an answer that took long', () => {
    const { clocks, observe } = createClocks();
    observe(5000, 20_000);
    expect(clocks.offset(baseUrl)).toBe(0);
  });

  it('does not tremble with each answer, and follows a real change', () => {
    const { clocks, observe, changes } = createClocks();
    observe(180_000);
    const first = clocks.offset(baseUrl);
    [180_900, 179_200, 181_000].forEach(ahead => observe(ahead));
    expect(clocks.offset(baseUrl)).toBe(first);
    expect(changes()).toBe(1);
    observe(0);
    expect(clocks.offset(baseUrl)).toBe(0);
    expect(changes()).toBe(2);
  });

  it('is its own: another API is not touched', () => {
    const { clocks, observe } = createClocks();
    observe(180_000);
    expect(clocks.offset('https://proxy.example/v2')).toBe(0);
    expect(clocks.offset('https://api.telnyx.com')).toBe(clocks.offset(baseUrl));
  });

  it.each([
    undefined,
    '',
    'yesterday',
    '1',
    '2030',
    '2030-01-01T00:00:00Z',
    'Tue, 01 Jan 2030 00:00:00 +0100',
    'Sat, 13 Sep 275760 00:00:00 GMT',
    'Tue, 01 Jan 2030 00:00:00 GMT, Tue, 01 Jan 2030 00:00:00 GMT',
  ])('is not learned from the header %o', date => {
    const { clocks, changes } = createClocks();
    clocks.observe(url, date, noon);
    expect(clocks.offset(baseUrl)).toBe(0);
    expect(changes()).toBe(0);
  });
});

describe("When this machine's clock is set back", () => {
  it("an API's clock runs on", () => {
    const { clock, clocks, observe } = createClocks();
    observe(180_000);
    const before = clocks.now(baseUrl);
    clock.set(noon - 3_600_000);
    expect(clocks.now(baseUrl)).toBe(before);
    clock.advance(1000);
    expect(clocks.now(baseUrl)).toBe(before + 1000);
    expect(clocks.now('https://proxy.example/v2')).toBe(noon + 1000);
  });

  it('its offset alone tells too', () => {
    const { clock, clocks } = createClocks();
    expect(clocks.offset(baseUrl)).toBe(0);
    clock.set(noon - 3_600_000);
    expect(clocks.offset(baseUrl)).toBe(3_600_000);
  });

  it('the next answer counts, and an answer that was under way does not', () => {
    const { clock, clocks } = createClocks();
    expect(clocks.now(baseUrl)).toBe(noon);
    clock.set(noon - 3_600_000);
    clocks.observe(url, new Date(noon - 3_600_000).toUTCString(), noon);
    expect(clocks.offset(baseUrl)).toBe(3_600_000);
    clocks.observe(url, new Date(noon - 3_600_000).toUTCString(), noon - 3_600_000);
    expect(clocks.offset(baseUrl)).toBe(0);
  });

  it('by less than two seconds, nothing changes', () => {
    const { clock, clocks } = createClocks();
    expect(clocks.now(baseUrl)).toBe(noon);
    clock.set(noon - 1500);
    expect(clocks.now(baseUrl)).toBe(noon - 1500);
  });
});
