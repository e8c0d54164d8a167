import { describe, expect, it } from 'vitest';
import { statusBarView, type SecondsMode } from '../../../src/display/statusBarView';
import { contextAt, emptyRoom, noon, roomOf } from './rooms';
import { otherRoomId } from '../../support/telnyxTokens';

const lived = (seconds: number) => ({
  clientToken: { issuedAt: noon, expiresAt: noon + seconds * 1000 },
});
const view = (room = roomOf(), now = noon, mode: SecondsMode = 'always') =>
  statusBarView([room], undefined, mode, () => contextAt(now));

describe('statusBarView', () => {
  it('is nothing without a room', () => {
    expect(statusBarView([], undefined, 'always', () => contextAt(noon))).toBeUndefined();
  });

  it.each([
    [0, '$(key) 9e2a0cbe 10:00', 'normal'],
    [1, '$(key) 9e2a0cbe 10:00', 'normal'],
    [1000, '$(key) 9e2a0cbe 9:59', 'normal'],
    [539_999, '$(key) 9e2a0cbe 1:01', 'normal'],
    [540_000, '$(warning) 9e2a0cbe 1:00', 'warning'],
    [599_999, '$(warning) 9e2a0cbe 0:01', 'warning'],
    [600_000, '$(key) 9e2a0cbe expired', 'error'],
  ])('%i ms after a refresh of 10 min shows %s', (age, text, tone) => {
    expect(view(roomOf(), noon + age)).toMatchObject({ text, tone });
  });

  it.each([
    ['lastMinute', 0, '$(key) 9e2a0cbe 10 min'],
    ['lastMinute', 1, '$(key) 9e2a0cbe 10 min'],
    ['lastMinute', 539_000, '$(key) 9e2a0cbe 2 min'],
    ['lastMinute', 540_000, '$(warning) 9e2a0cbe 1:00'],
    ['never', 540_000, '$(warning) 9e2a0cbe < 1 min'],
    ['never', 539_999, '$(key) 9e2a0cbe 2 min'],
    ['never', 60_000, '$(key) 9e2a0cbe 9 min'],
  ] as const)('in the mode %s, %i ms after a refresh, shows %s', (mode, age, text) => {
    expect(view(roomOf(), noon + age, mode)?.text).toBe(text);
  });

  it.each(['always', 'lastMinute', 'never'] as const)(
    'says in the mode %s exactly when its text changes',
    mode => {
      let now = noon;
      let shown = view(roomOf(), now, mode);
      for (let changes = 0; changes < 700 && shown?.changesIn !== undefined; changes++) {
        expect(view(roomOf(), now + shown.changesIn - 1, mode)?.text).toBe(shown.text);
        now += shown.changesIn;
        const next = view(roomOf(), now + 1, mode);
        expect(next?.text).not.toBe(shown.text);
        shown = view(roomOf(), now, mode);
      }
      expect(now).toBe(noon + 600_000);
    },
  );

  it.each(['always', 'lastMinute', 'never'] as const)(
    'turns in the mode %s to a warning when a fifth of a short life is left',
    mode => {
      const short = roomOf(lived(102));
      const warningAt = noon + 81_600;
      let now = noon + 60_000;
      for (let shown = view(short, now, mode); shown?.tone === 'normal';) {
        now += shown.changesIn ?? Infinity;
        shown = view(short, now, mode);
      }
      expect(now).toBe(warningAt);
    },
  );

  it('has the same tooltip until the token ends, and words for a screen reader that change once', () => {
    const shown = Array.from({ length: 600 }, (_, second) => view(roomOf(), noon + second * 1000));
    expect(new Set(shown.map(each => each?.tooltip)).size).toBe(1);
    const spoken = shown.map(each => each?.accessibilityLabel);
    const until = 'Telnyx room 9e2a0cbe, client token until 12:10:00';
    expect([...new Set(spoken)]).toEqual([until, `${until}, expires soon`]);
    expect(spoken.indexOf(`${until}, expires soon`)).toBe(540);
    expect(shown[0]?.tooltip).toBe(
      [
        'Telnyx room 9e2a0cbe',
        'Client token: until 12:10:00',
        'Refresh token: until 13:00:00',
        'Auto-refresh: off',
        'Can be kept alive until 13:00:00',
        'Click for refresh, copy and reveal.',
      ].join('\n'),
    );
  });

  it('shows that a room is kept fresh, and does not warn of an end that will not come', () => {
    const room = roomOf({}, { autoRefresh: { kind: 'on' } });
    const shown = (age: number) =>
      statusBarView([room], undefined, 'always', () =>
        contextAt(noon + age, { nextRefreshAt: noon + 540_000 }),
      );
    expect(shown(0)).toMatchObject({
      text: '$(sync) 9e2a0cbe 10:00',
      accessibilityLabel: 'Telnyx room 9e2a0cbe, client token until 12:10:00, kept fresh',
    });
    expect(shown(0)?.tooltip.split('\n')).toContain('Auto-refresh: next refresh 12:09:00');
    expect(shown(540_000)?.tone).toBe('normal');
    expect(shown(600_000)?.tone).toBe('error');
  });

  it.each([
    ['retrying', { kind: 'retrying', at: noon, error: undefined }, 'trying again'],
    ['paused', { kind: 'paused' }, 'auto-refresh paused'],
    ['stopped', { kind: 'stopped', obstacle: 'refused' }, 'auto-refresh stopped'],
  ] as const)(
    'warns as ever while auto-refresh is %s, and says so',
    (_state, autoRefresh, words) => {
      expect(view(roomOf({}, { autoRefresh }), noon + 540_000)).toMatchObject({
        text: '$(warning) 9e2a0cbe 1:00',
        tone: 'warning',
        accessibilityLabel: `Telnyx room 9e2a0cbe, client token until 12:10:00, ${words}, expires soon`,
      });
    },
  );

  it('counts by the clock of the API, and says that the own one is wrong', () => {
    const behind = contextAt(noon + 180_000, { clockOffset: 180_000 });
    const shown = statusBarView([roomOf()], undefined, 'always', () => behind);
    expect(shown?.text).toBe('$(key) 9e2a0cbe 7:00');
    expect(shown?.tooltip.split('\n')).toContain(
      'Your clock is 3 min behind. Refreshes follow the clock of the API.',
    );
  });

  it.each(['always', 'lastMinute', 'never'] as const)(
    'counts whole days in the mode %s where a token says to live for longer than two',
    mode => {
      const shown = view(roomOf(lived(3 * 86_400 + 10)), noon, mode);
      expect(shown).toMatchObject({ text: '$(key) 9e2a0cbe 3 days', changesIn: 10_000 });
      const endless = view(roomOf({ clientToken: { expiresAt: 253_402_300_799_000 } }), noon, mode);
      expect(endless?.text).toMatch(/^\$\(key\) 9e2a0cbe 29\d{5} days$/);
      expect(view(roomOf(lived(2 * 86_400)), noon, 'always')?.text).toBe(
        '$(key) 9e2a0cbe 48:00:00',
      );
    },
  );

  it("compares rooms' ends each by the clock of its own API", () => {
    const skewed = roomOf({ id: otherRoomId, name: 'skewed', ...lived(600) });
    const right = roomOf({ name: 'right', ...lived(300) });
    const shown = statusBarView([right, skewed], undefined, 'always', room =>
      contextAt(room === skewed ? noon + 400_000 : noon),
    );
    expect(shown?.text).toBe('$(key) skewed 3:20');
  });

  it('shows the room that ends next, the one that ended last, or the pinned one', () => {
    const soon = roomOf({ name: 'soon', ...lived(60) });
    const late = roomOf({ id: otherRoomId, name: 'late', ...lived(600) });
    const shown = (now: number, pinned?: string) =>
      statusBarView([emptyRoom(), soon, late], pinned, 'always', () => contextAt(now))?.text.split(
        ' ',
      )[1];
    expect(shown(noon)).toBe('soon');
    expect(shown(noon + 60_000)).toBe('late');
    expect(shown(noon + 700_000)).toBe('late');
    expect(shown(noon, late.key)).toBe('late');
    expect(shown(noon, 'a room that is gone')).toBe('soon');
  });

  it('shows rooms without a token, or without an end', () => {
    expect(view(emptyRoom())?.text).toBe('$(key) 9e2a0cbe no token');
    expect(view(emptyRoom())?.accessibilityLabel).toBe('Telnyx room 9e2a0cbe, no client token');
    const endless = view(roomOf({ clientToken: {} }));
    expect(endless?.text).toBe('$(key) 9e2a0cbe no expiry');
    expect(endless?.changesIn).toBeUndefined();
  });

  it('expands no icon of a name', () => {
    expect(view(roomOf({ name: '$(bug)' }))?.text).toBe('$(key) $ (bug) 10:00');
  });
});
