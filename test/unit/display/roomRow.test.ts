import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/core/api/apiError';
import type { Room, RoomRecord } from '../../../src/core/rooms/room';
import type { RoomContext } from '../../../src/display/roomContext';
import { roomRow } from '../../../src/display/roomRow';
import { contextAt, emptyRoom, noon, roomOf } from './rooms';

const refused = new ApiError('refused', { status: 403 });

describe('roomRow', () => {
  it.each([
    ['fresh', roomOf(), noon, 'until 12:10:00', 'key'],
    ['expiring', roomOf(), noon + 540_000, 'until 12:10:00', 'warning'],
    ['expired', roomOf(), noon + 600_000, 'expired 12:10:00', 'circle-slash'],
    ['without expiry', roomOf({ clientToken: {} }), noon, 'no expiry known', 'key'],
    ['empty', emptyRoom(), noon, 'no client token yet', 'circle-outline'],
    [
      'refreshing',
      roomOf({}, { activity: { kind: 'refreshing' } }),
      noon,
      'refreshing…',
      'loading~spin',
    ],
    [
      'refused while valid',
      roomOf({}, { activity: { kind: 'failed', error: refused } }),
      noon,
      'refused: not allowed (403) · until 12:10:00',
      'error',
    ],
    [
      'refused and expired',
      roomOf({}, { activity: { kind: 'failed', error: refused } }),
      noon + 600_000,
      'refused: not allowed (403)',
      'error',
    ],
    ['lost', roomOf({}, { lost: ['client'] }), noon, "VS Code can't read the token", 'error'],
    [
      'without its refresh token, which was lost',
      roomOf({}, { lost: ['refresh'] }),
      noon,
      "until 12:10:00 · refresh token can't be read",
      'error',
    ],
  ])('shows a room that is %s', (_state, room, now, description, icon) => {
    const row = roomRow(room, contextAt(now));
    expect(row).toMatchObject({
      id: room.key,
      label: '9e2a0cbe',
      description,
      icon: { id: icon },
      accessibilityLabel: `Room 9e2a0cbe, ${description}${icon === 'warning' ? ', expires soon' : ''}`,
    });
  });

  const connection = new ApiError('network');
  const failed = { kind: 'failed', error: connection } as const;
  it.each([
    ['on', { kind: 'on' }, {}, 'until 12:10:00 · kept fresh', 'sync'],
    [
      'on and at work',
      { kind: 'on' },
      { activity: { kind: 'refreshing' } },
      'refreshing…',
      'loading~spin',
    ],
    [
      'trying again',
      { kind: 'retrying', at: noon + 1000, error: connection },
      { activity: failed },
      'failed: no connection · until 12:10:00 · trying again',
      'error',
    ],
    ['paused', { kind: 'paused' }, {}, 'until 12:10:00 · auto-refresh paused', 'key'],
    [
      'stopped',
      { kind: 'stopped', obstacle: 'refused' },
      { activity: { kind: 'failed', error: refused } },
      'refused: not allowed (403) · until 12:10:00 · auto-refresh stopped',
      'error',
    ],
    [
      'stopped before anything was sent',
      { kind: 'stopped', obstacle: 'untrustedOrigin' },
      {},
      'until 12:10:00 · auto-refresh stopped',
      'error',
    ],
  ] as const)('says that auto-refresh is %s', (_state, autoRefresh, room, description, icon) => {
    const row = roomRow(roomOf({}, { ...room, autoRefresh }), contextAt(noon));
    expect(row).toMatchObject({ description, icon: { id: icon } });
  });

  it.each([
    ['far from its end', 3_239_999, undefined],
    ['near its end, with a tenth of its life left', 3_240_000, 'refresh token ends 13:00:00'],
    ['at its end', 3_600_000, 'refresh token expired'],
  ])('says that the refresh token is %s', (_state, age, expected) => {
    const room = roomOf({ clientToken: { expiresAt: noon + 7_200_000 } });
    const { description } = roomRow(room, contextAt(noon + age));
    expect(description?.split(' · ')[1]).toBe(expected);
  });

  it('is called by its name in the account, else by the given one, else by its short id', () => {
    const label = (record: Partial<RoomRecord>) => roomRow(roomOf(record), contextAt(noon)).label;
    expect(label({ name: 'Stand-up', givenName: 'Mine' })).toBe('Stand-up');
    expect(label({ givenName: 'Mine' })).toBe('Mine');
    expect(label({})).toBe('9e2a0cbe');
  });

  it('makes every name harmless', () => {
    expect(roomRow(roomOf({ givenName: '$(x)\nb' }), contextAt(noon)).label).toBe('$ (x) b');
    expect(roomRow(roomOf({ name: '$(bug)\u202e' }), contextAt(noon)).label).toBe('$ (bug)');
    expect(roomRow(roomOf({ name: ' \n' }), contextAt(noon)).label).toBe('9e2a0cbe');
  });

  it("marks rooms that are not Telnyx's own, and the pinned one", () => {
    const sandbox = roomOf({ sandbox: true, baseUrl: 'http://127.0.0.1:4010/v2' });
    expect(roomRow(sandbox, contextAt(noon, { pinned: true })).description).toBe(
      'until 12:10:00 · sandbox · pinned',
    );
    const other = roomOf({ baseUrl: 'https://api.example:8443/v2' });
    expect(roomRow(other, contextAt(noon)).description).toBe('until 12:10:00 · api.example:8443');
  });

  it('has id, both clocks and API in its tooltip, and what was lost', () => {
    expect(roomRow(roomOf({}, { lost: ['refresh'] }), contextAt(noon)).tooltip).toBe(
      [
        'Room 9e2a0cbe-ce66-411e-a1ac-468f0b103c9a',
        'Client token: until 12:10:00',
        'Refresh token: VS Code could no longer read it, enter it again',
        'Auto-refresh: off',
        'API: https://api.telnyx.com/v2',
      ].join('\n'),
    );
    expect(roomRow(emptyRoom(), contextAt(noon)).tooltip).toContain('Client token: none\n');
  });

  it('tells menus what a room has', () => {
    const value = (room: Room, context: Partial<RoomContext> = {}) =>
      roomRow(room, contextAt(noon, context)).contextValue;
    expect(value(roomOf())).toBe('room.clientToken.unnamed.manual.unpinned');
    expect(value(emptyRoom(), { pinned: true })).toBe('room.unnamed.manual.pinned');
    expect(value(roomOf({ sandbox: true, name: 'Stand-up' }))).toBe(
      'room.clientToken.sandbox.manual.unpinned',
    );
    const stopped = roomOf({}, { autoRefresh: { kind: 'stopped', obstacle: 'refused' } });
    expect(value(stopped, { hasApiKey: true })).toBe(
      'room.clientToken.unnamed.renewable.auto.unpinned',
    );
  });
});
