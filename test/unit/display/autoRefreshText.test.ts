import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../src/core/api/apiError';
import type { AutoRefreshState } from '../../../src/core/autoRefresh/autoRefreshState';
import type { RoomRecord } from '../../../src/core/rooms/room';
import { autoRefreshText } from '../../../src/display/autoRefreshText';
import { contextAt, noon, roomOf } from './rooms';

const limited = new ApiError('rateLimited', { status: 429, retryAfterSeconds: 5 });
const nextRefreshAt = noon + 540_000;

function text(
  autoRefresh: AutoRefreshState,
  context: Parameters<typeof contextAt>[1] = {},
  record: Partial<RoomRecord> = {},
): string {
  return autoRefreshText(roomOf(record, { autoRefresh }), contextAt(noon, context));
}

describe('autoRefreshText', () => {
  it.each([
    ['off', { kind: 'off' }, 'off'],
    ['on', { kind: 'on' }, 'next refresh 12:09:00'],
    [
      'trying again',
      { kind: 'retrying', at: nextRefreshAt, error: limited },
      'refused: too many requests (429), next refresh 12:09:00',
    ],
    [
      'trying again after something that was not an answer',
      { kind: 'retrying', at: nextRefreshAt, error: undefined },
      'failed, next refresh 12:09:00',
    ],
    ['paused', { kind: 'paused' }, 'paused, since this window had no focus for long'],
  ] as const)('says what comes next when it is %s', (_state, autoRefresh, expected) => {
    expect(text(autoRefresh, { nextRefreshAt })).toBe(expected);
  });

  it('says of a moment on another day which one', () => {
    expect(
      text({ kind: 'on' }, { nextRefreshAt: noon + 86_400_000 }, { refreshToken: {} }),
    ).toMatch(/^next refresh \d{4}-\d\d-24 12:00:00$/);
  });

  it.each([0, -60_000])('says of a refresh that is due since %i ms that it comes now', due => {
    expect(text({ kind: 'on' }, { nextRefreshAt: noon + due })).toBe('next refresh now');
  });

  it('knows tokens that need none', () => {
    expect(text({ kind: 'on' })).toBe('on, this token needs no refresh');
  });

  it('promises no refresh after the end of the refresh token', () => {
    const endsBefore = { refreshToken: { expiresAt: nextRefreshAt } };
    expect(text({ kind: 'on' }, { nextRefreshAt }, endsBefore)).toBe(
      'on, but the refresh token ends before the next refresh',
    );
    const endsAfter = { refreshToken: { expiresAt: nextRefreshAt + 1 } };
    expect(text({ kind: 'on' }, { nextRefreshAt }, endsAfter)).toBe('next refresh 12:09:00');
    // It has ended, so what comes next is a new pair.
    const ended = { refreshToken: { expiresAt: noon } };
    expect(text({ kind: 'on' }, { nextRefreshAt }, ended)).toBe('next refresh 12:09:00');
  });

  it.each([
    ['refused', false, 'Telnyx refused it, refresh once to go on'],
    ['noRefreshToken', false, 'no refresh token, add one'],
    ['noRefreshToken', true, 'no refresh token, renew or add one'],
    ['refreshTokenEnded', false, 'the refresh token expired, add a new one'],
    ['refreshTokenEnded', true, 'the refresh token expired, renew it or add a new one'],
    ['untrustedOrigin', false, 'refresh once to agree to this API'],
  ] as const)(
    'says why it stopped and what to do: %s, with an API key: %s',
    (obstacle, hasApiKey, expected) => {
      expect(text({ kind: 'stopped', obstacle }, { hasApiKey })).toBe(`stopped: ${expected}`);
    },
  );
});
