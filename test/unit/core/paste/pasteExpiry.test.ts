import { describe, expect, it } from 'vitest';
import { recognizePaste } from '../../../../src/core/paste/recognizePaste';
import { makeJwt } from '../../../support/makeJwt';
import { clientToken, refreshToken, roomId } from '../../../support/telnyxTokens';
import { vendorClientToken, vendorRefreshToken } from '../../../support/vendorTokens';

const now = Date.parse('2026-11-23T12:00:00Z');
const seconds = now / 1000;
const life = { iat: seconds, exp: seconds + 3600 };
const refresh = refreshToken(life);
const client = clientToken(life);

function refreshEnd(text: string): number | undefined {
  const paste = recognizePaste(text, now);
  return paste.kind === 'tokens' ? paste.refresh?.times.expiresAt : undefined;
}

describe('the expiry of a pasted token', () => {
  it.each([
    ['an earlier time', '"2026-11-23T12:30:00Z"', '2026-11-23T12:30:00Z'],
    ['fractions of a second', '"2026-11-23T12:30:00.500Z"', '2026-11-23T12:30:00.500Z'],
    ['another zone', '"2026-11-23T13:30:00+01:00"', '2026-11-23T12:30:00Z'],
    ['no zone', '"2026-11-23T12:30:00"', '2026-11-23T12:30:00Z'],
    ['a blank inside', '"2026-11-23 12:30:00Z"', '2026-11-23T12:30:00Z'],
    ['seconds since the epoch', String(seconds + 1800), '2026-11-23T12:30:00Z'],
    ['a later time', '"2026-11-23T15:00:00Z"', '2026-11-23T13:00:00Z'],
    ['a day alone', '"2026-11-23"', '2026-11-23T13:00:00Z'],
    ['no date', '"2026-99-99T99:99:99Z"', '2026-11-23T13:00:00Z'],
    ['nothing', 'null', '2026-11-23T13:00:00Z'],
  ])('is the earlier of its claims and what stands beside it: %s', (_name, beside, end) => {
    const named = `"refresh_token_expires_at":${beside}`;
    expect(refreshEnd(`{"refresh_token":"${refresh}",${named}}`)).toBe(Date.parse(end));
    expect(refreshEnd(`{${named},"refresh_token":"${refresh}"}`)).toBe(Date.parse(end));
  });

  it('is what stands beside a token that says none, in any notation', () => {
    const endless = makeJwt({ typ: 'refresh' });
    const end = now + 1_800_000;
    for (const text of [
      `REFRESH_TOKEN=${endless} REFRESH_TOKEN_EXPIRES_AT=2026-11-23T12:30:00Z`,
      `{ refreshToken: '${endless}', refreshTokenExpiresAt: '2026-11-23T12:30:00Z' }`,
      `/?refresh_token=${endless}&refresh_token_expires_at=2026-11-23T12%3A30%3A00Z`,
      `refresh_token=0123456789-0123456789, refresh_token_expires_at=2026-11-23T12:30:00Z`,
    ]) {
      expect(refreshEnd(text)).toBe(end);
    }
  });

  it("is not the other token's", () => {
    const text = JSON.stringify({
      token: client,
      token_expires_at: '2026-11-23T12:10:00Z',
      refresh_token: refresh,
    });
    expect(recognizePaste(text, now)).toMatchObject({
      client: { times: { expiresAt: now + 600_000 } },
      refresh: { times: { expiresAt: now + 3_600_000 } },
    });
  });

  it("is not another answer's", () => {
    const [first, second] = [makeJwt({ typ: 'refresh', jti: 1 }), makeJwt({ typ: 'refresh' })];
    const answer = `{"refresh_token_expires_at":"2026-11-23T12:30:00Z","refresh_token":"${second}"}`;
    const paste = recognizePaste(`-d '{"refresh_token":"${first}"}' ${answer}`, now);
    expect(paste).toMatchObject({
      refresh: { token: second, times: { expiresAt: now + 1_800_000 } },
    });
  });

  it('belongs to the token of its turn where lines repeat', () => {
    const [first, second] = [makeJwt({ typ: 'refresh', jti: 1 }), makeJwt({ typ: 'refresh' })];
    const text =
      `refresh_token: ${first} refresh_token_expires_at: 2026-11-23T12:40:00Z ` +
      `refresh_token: ${second} refresh_token_expires_at: 2026-11-23T12:30:00Z`;
    expect(recognizePaste(text, now)).toMatchObject({
      refresh: { token: first, times: { expiresAt: now + 2_400_000 } },
    });
  });

  it('counts for none where it is unclear whose it is', () => {
    const [first, second] = [makeJwt({ typ: 'refresh', jti: 1 }), makeJwt({ typ: 'refresh' })];
    const expiry = 'refresh_token_expires_at: 2026-11-23T12:30:00Z';
    expect(
      refreshEnd(`refresh_token: ${first} refresh_token: ${second} ${expiry}`),
    ).toBeUndefined();
  });
});

describe('expired tokens', () => {
  it('are dropped beside one that lasts', () => {
    const ended = refreshToken({ iat: seconds - 3600, exp: seconds - 1 });
    const paste = recognizePaste(`client_token=${client}&refresh_token=${ended}`, now);
    expect(paste).toMatchObject({ kind: 'tokens', client: { token: client }, roomId });
    expect(paste).not.toHaveProperty('refresh');
  });

  it('are told when there is nothing else, with the last to end', () => {
    const endedClient = clientToken({ iat: seconds - 600, exp: seconds - 60 });
    const endedRefresh = refreshToken({ iat: seconds - 600, exp: seconds });
    for (const text of [endedRefresh, `${endedClient} ${endedRefresh}`]) {
      expect(recognizePaste(text, now)).toEqual({
        kind: 'unusable',
        reason: 'expired',
        tokenKind: 'refresh',
        expiredAt: now,
        roomIds: [roomId],
      });
    }
    expect(recognizePaste(endedRefresh, now - 1).kind).toBe('tokens');
  });

  it("tells it of the vendor's samples", () => {
    expect(recognizePaste(vendorClientToken, now)).toMatchObject({
      tokenKind: 'client',
      expiredAt: Date.parse('2021-04-22T12:24:55Z'),
    });
    expect(recognizePaste(`-d '{"refresh_token": "${vendorRefreshToken}"}'`, now)).toMatchObject({
      reason: 'expired',
      tokenKind: 'refresh',
    });
  });

  it('go by what stands beside them too', () => {
    const text = `{"token":"${client}","token_expires_at":"2026-11-23T11:59:59Z"}`;
    expect(recognizePaste(text, now)).toMatchObject({
      reason: 'expired',
      tokenKind: 'client',
      expiredAt: now - 1000,
    });
  });
});
