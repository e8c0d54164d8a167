import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/core/api/apiError';
import { roomRow } from '../../../src/display/roomRow';
import { emptyRoom, noon, roomOf } from './rooms';

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
    ['lost', roomOf({}, { lost: ['client'] }), noon, 'VS Code lost the token', 'error'],
  ])('shows a room that is %s', (_state, room, now, description, icon) => {
    const row = roomRow(room, now, false);
    expect(row).toMatchObject({
      id: room.key,
      label: '9e2a0cbe',
      description,
      icon: { id: icon },
      accessibilityLabel: `Room 9e2a0cbe, ${description}`,
    });
  });

  it('is called by its name, made harmless', () => {
    expect(roomRow(roomOf({ name: 'Stand-up' }), noon, false).label).toBe('Stand-up');
    expect(roomRow(roomOf({ name: '$(bug)\u202e' }), noon, false).label).toBe('$ (bug)');
    expect(roomRow(roomOf({ name: ' \n' }), noon, false).label).toBe('9e2a0cbe');
  });

  it("marks rooms that are not Telnyx's own, and the pinned one", () => {
    const sandbox = roomOf({ sandbox: true, baseUrl: 'http://127.0.0.1:4010/v2' });
    expect(roomRow(sandbox, noon, true).description).toBe('until 12:10:00 · sandbox · pinned');
    const other = roomOf({ baseUrl: 'https://api.example:8443/v2' });
    expect(roomRow(other, noon, false).description).toBe('until 12:10:00 · api.example:8443');
  });

  it('has id, both tokens and API in its tooltip, and what was lost', () => {
    expect(roomRow(roomOf({}, { lost: ['refresh'] }), noon, false).tooltip).toBe(
      [
        'Room 9e2a0cbe-ce66-411e-a1ac-468f0b103c9a',
        'Client token: until 12:10:00',
        'Refresh token: VS Code could no longer read it, enter it again',
        'API: https://api.telnyx.com/v2',
      ].join('\n'),
    );
    expect(roomRow(emptyRoom(), noon, false).tooltip).toContain('Client token: none\n');
  });

  it('tells menus what a room has', () => {
    expect(roomRow(roomOf(), noon, false).contextValue).toBe('room.clientToken.unpinned');
    expect(roomRow(emptyRoom(), noon, true).contextValue).toBe('room.pinned');
    expect(roomRow(roomOf({ sandbox: true }), noon, false).contextValue).toBe(
      'room.clientToken.sandbox.unpinned',
    );
  });
});
