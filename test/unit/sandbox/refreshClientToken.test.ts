import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/startSandbox';
import { expectError } from './errorShape';
import { bearer, claimsOf, refresh, sandboxForTest, send } from './sandboxClient';

const startedAt = Date.UTC(2030, 0, 1);

function roomWithTokens(sandbox: Sandbox) {
  const { id } = sandbox.createRoom();
  return { id, ...sandbox.issueTokens(id) };
}

describe('refresh_client_token', () => {
  it('answers 201 with a client token of the room and its expiry, and nothing else', async () => {
    const sandbox = await sandboxForTest({ now: () => startedAt });
    const room = roomWithTokens(sandbox);
    const answer = await refresh(sandbox, room.id, { refresh_token: room.refresh_token });
    const { data } = answer.json as { data: { token: string } };

    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      data: { token: data.token, token_expires_at: '2030-01-01T00:10:00Z' },
    });
    expect(claimsOf(data.token)).toMatchObject({
      typ: 'access',
      exp: startedAt / 1000 + 600,
      grants: claimsOf(room.refresh_token)['grants'],
    });
  });

  it('ignores an authorization header, and takes the room id in any case', async () => {
    const sandbox = await sandboxForTest();
    const room = roomWithTokens(sandbox);
    const answer = await refresh(
      sandbox,
      room.id.toUpperCase(),
      { refresh_token: room.refresh_token },
      { authorization: 'Bearer wrong' },
    );

    expect(answer.status).toBe(201);
  });

  it('can be told to require the API key', async () => {
    const sandbox = await sandboxForTest({ requireKeyOnRefresh: true });
    const room = roomWithTokens(sandbox);
    const body = { refresh_token: room.refresh_token };

    expectError(await refresh(sandbox, room.id, body), 401, '10009');
    expectError(
      await refresh(sandbox, room.id, body, { authorization: 'Bearer KEY' }),
      401,
      '10009',
    );
    expect((await refresh(sandbox, room.id, body, bearer(sandbox))).status).toBe(201);
  });

  it.each([10, 3600])('takes a TTL of %d s', async seconds => {
    const sandbox = await sandboxForTest({ now: () => startedAt });
    const room = roomWithTokens(sandbox);
    const answer = await refresh(sandbox, room.id, {
      refresh_token: room.refresh_token,
      token_ttl_secs: seconds,
    });
    const { data } = answer.json as { data: { token: string } };

    expect(answer.status).toBe(201);
    expect(claimsOf(data.token)['exp']).toBe(startedAt / 1000 + seconds);
  });

  it.each([9, 3601, 10.5, -1, '600', null])('refuses a TTL of %j', async ttl => {
    const sandbox = await sandboxForTest();
    const room = roomWithTokens(sandbox);
    const body = { refresh_token: room.refresh_token, token_ttl_secs: ttl };

    expectError(await refresh(sandbox, room.id, body), 422, '10027', {
      pointer: '/token_ttl_secs',
    });
  });

  it.each([{}, { refresh_token: '' }, { refresh_token: null }])(
    'misses the refresh token in %j',
    async body => {
      const sandbox = await sandboxForTest();
      const { id } = sandbox.createRoom();

      expectError(await refresh(sandbox, id, body), 422, '10004', { pointer: '/refresh_token' });
    },
  );

  it('misses it in an empty body too, and refuses one that is no string', async () => {
    const sandbox = await sandboxForTest();
    const { id } = sandbox.createRoom();
    const source = { pointer: '/refresh_token' };
    const path = `/rooms/${id}/actions/refresh_client_token`;

    expectError(await send(sandbox, 'POST', path), 422, '10004', source);
    expectError(await refresh(sandbox, id, { refresh_token: 7 }), 422, '10027', source);
  });

  it.each(['undefined', '123', '', '9e2a0cbe-ce66-411e-a1ac-468f0b103c9g'])(
    'refuses the room id "%s"',
    async id => {
      const sandbox = await sandboxForTest();

      expectError(await refresh(sandbox, id, { refresh_token: 'x' }), 422, '10006', {
        parameter: 'room_id',
      });
    },
  );

  it('does not find a room that was never created', async () => {
    const sandbox = await sandboxForTest();
    const id = '9e2a0cbe-ce66-411e-a1ac-468f0b103c9a';
    const { refresh_token } = sandbox.issueTokens(id);

    expectError(await refresh(sandbox, id, { refresh_token }), 404, '10005', {
      parameter: 'room_id',
    });
  });
});

describe('a refresh token is refused', () => {
  async function expectRefused(
    sandbox: Sandbox,
    roomId: string,
    refreshToken: string,
    reason: RegExp,
  ): Promise<void> {
    const answer = await refresh(sandbox, roomId, { refresh_token: refreshToken });
    expectError(answer, 403, '10010');
    expect((answer.json as { errors: { detail: string }[] }).errors[0]?.detail).toMatch(reason);
  }

  it('from the second on in which it expires', async () => {
    let now = startedAt;
    const sandbox = await sandboxForTest({ now: () => now });
    const room = roomWithTokens(sandbox);

    now = startedAt + 3600_000 - 1;
    const answer = await refresh(sandbox, room.id, { refresh_token: room.refresh_token });
    expect(answer.status).toBe(201);
    now = startedAt + 3600_000;
    await expectRefused(sandbox, room.id, room.refresh_token, /expired/);
  });

  it('when it is a client token', async () => {
    const sandbox = await sandboxForTest();
    const room = roomWithTokens(sandbox);

    await expectRefused(sandbox, room.id, room.token, /not a refresh token/);
  });

  it('when it belongs to another room', async () => {
    const sandbox = await sandboxForTest();
    const room = roomWithTokens(sandbox);
    const other = roomWithTokens(sandbox);

    await expectRefused(sandbox, room.id, other.refresh_token, /another room/);
  });

  it('when another sandbox has signed it', async () => {
    const [sandbox, stranger] = [await sandboxForTest(), await sandboxForTest()];
    const { id } = sandbox.createRoom();

    await expectRefused(sandbox, id, stranger.issueTokens(id).refresh_token, /not issued/);
  });

  it('when its payload, its signature or a single bit of it was changed', async () => {
    const sandbox = await sandboxForTest();
    const room = roomWithTokens(sandbox);
    const [header = '', , signature = ''] = room.refresh_token.split('.');
    const payload = { ...claimsOf(room.refresh_token), exp: 9_999_999_999 };
    const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
    const last = room.refresh_token.at(-1) ?? '';
    // The last character of a signature carries two bits; these two letters differ in the others.
    const sameBits = { A: 'B', Q: 'R', g: 'h', w: 'x' }[last] ?? '';

    await expectRefused(sandbox, room.id, `${header}.${encoded}.${signature}`, /not issued/);
    await expectRefused(sandbox, room.id, room.refresh_token.slice(0, -1), /not issued/);
    await expectRefused(sandbox, room.id, `${room.refresh_token}!`, /not issued/);
    expect(sameBits).not.toBe('');
    await expectRefused(sandbox, room.id, room.refresh_token.slice(0, -1) + sameBits, /not issued/);
  });

  it.each(['not a token', 'a.b', 'a.b.c', 'a.b.c.d', '..'])('when it is "%s"', async text => {
    const sandbox = await sandboxForTest();
    const { id } = sandbox.createRoom();

    await expectRefused(sandbox, id, text, /not issued/);
  });

  it.each([
    ['without exp', { exp: undefined }, /expired/],
    ['without grants', { grants: undefined }, /another room/],
    ['with odd grants', { grants: [null, 1, { resources: 'all' }] }, /another room/],
    ['without typ', { typ: undefined }, /not a refresh token/],
  ])('when it is signed but %s', async (_, change, reason) => {
    const sandbox = await sandboxForTest();
    const room = roomWithTokens(sandbox);
    const claims = { ...claimsOf(room.refresh_token), ...change };

    await expectRefused(sandbox, room.id, sandbox.signToken(claims), reason);
  });

  it('when its claims are no object', async () => {
    const sandbox = await sandboxForTest();
    const { id } = sandbox.createRoom();

    await expectRefused(sandbox, id, sandbox.signToken([]), /not issued/);
  });
});
