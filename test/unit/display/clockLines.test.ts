import { describe, expect, it } from 'vitest';
import { clockLines, keptAliveUntil } from '../../../src/display/clockLines';
import { clockText } from '../../../src/display/clockText';
import { roomPickDetail } from '../../../src/display/roomPickDetail';
import { clientOnlyRoom, contextAt, emptyRoom, noon, roomOf } from './rooms';

const minute = 60_000;

describe('clockText', () => {
  it.each([
    [0, undefined],
    [minute, undefined],
    [-minute, undefined],
    [minute + 1, '1 min behind'],
    [-minute - 1, '1 min ahead'],
    [3 * minute, '3 min behind'],
    [-3 * minute, '3 min ahead'],
    [119 * minute, '119 min behind'],
    [120 * minute, '2 h behind'],
    [-330 * minute, '5.5 h ahead'],
  ])('for an API that is %i ms ahead is %s', (offset, expected) => {
    expect(clockText(offset)).toBe(expected && `Your clock is ${expected}`);
  });
});

describe('clockLines', () => {
  it('shows both clocks, the next refresh, and how long refreshes can go on', () => {
    const room = roomOf({}, { autoRefresh: { kind: 'on' } });
    expect(clockLines(room, contextAt(noon, { nextRefreshAt: noon + 9 * minute }))).toEqual([
      'Client token: until 12:10:00',
      'Refresh token: until 13:00:00',
      'Auto-refresh: next refresh 12:09:00',
      'Can be kept alive until 13:00:00',
    ]);
  });

  it.each([
    [3 * minute, 'Your clock is 3 min behind. Refreshes follow the clock of the API.'],
    [-5 * minute, 'Your clock is 5 min ahead. Refreshes follow the clock of the API.'],
  ])('says that the own clock is off: %i ms', (clockOffset, expected) => {
    expect(clockLines(roomOf(), contextAt(noon, { clockOffset })).at(-1)).toBe(expected);
  });

  it('promises nothing once the refresh token has ended', () => {
    const lines = clockLines(roomOf(), contextAt(noon + 60 * minute));
    expect(lines).toEqual([
      'Client token: expired 12:10:00',
      'Refresh token: expired 13:00:00',
      'Auto-refresh: off',
    ]);
  });

  it('says what is missing and what was lost', () => {
    expect(clockLines(emptyRoom(), contextAt(noon))[0]).toBe('Client token: none');
    expect(clockLines(roomOf({}, { lost: ['client', 'refresh'] }), contextAt(noon))).toEqual([
      'Client token: VS Code could no longer read it, enter it again',
      'Refresh token: VS Code could no longer read it, enter it again',
      'Auto-refresh: off',
    ]);
  });
});

describe('keptAliveUntil', () => {
  it('is the end of the refresh token, up to that moment', () => {
    expect(keptAliveUntil(roomOf(), noon + 60 * minute - 1)).toBe('13:00:00');
    expect(keptAliveUntil(roomOf(), noon + 60 * minute)).toBeUndefined();
    expect(keptAliveUntil(roomOf({ refreshToken: {} }), noon)).toBeUndefined();
    expect(keptAliveUntil(roomOf({}, { lost: ['refresh'] }), noon)).toBeUndefined();
  });
});

describe('roomPickDetail', () => {
  const id = '9e2a0cbe-ce66-411e-a1ac-468f0b103c9a';

  it.each([
    ['good', roomOf(), noon, 'can be kept alive until 13:00:00'],
    ['expired', roomOf(), noon + 60 * minute, 'refresh token expired 13:00:00'],
    ['endless', roomOf({ refreshToken: {} }), noon, 'refresh token without a known end'],
    ['lost', roomOf({}, { lost: ['refresh'] }), noon, "refresh token can't be read"],
    ['missing', clientOnlyRoom(), noon, 'no refresh token'],
  ])('tells the id and a refresh token that is %s', (_state, room, now, expected) => {
    expect(roomPickDetail(room, contextAt(now))).toBe(`${expected} · ${id}`);
  });

  it('tells what keeps the room fresh', () => {
    const room = roomOf({}, { autoRefresh: { kind: 'on' } });
    expect(roomPickDetail(room, contextAt(noon, { nextRefreshAt: noon + 9 * minute }))).toBe(
      `next refresh 12:09:00 · can be kept alive until 13:00:00 · ${id}`,
    );
  });
});
