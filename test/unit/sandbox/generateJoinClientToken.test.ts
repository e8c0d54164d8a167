import { describe, expect, it } from 'vitest';
import { expectError } from './errorShape';
import { bearer, claimsOf, post, refresh, sandboxForTest, send } from './sandboxClient';

const startedAt = Date.UTC(2030, 0, 1);

const pathFor = (roomId: string) => `/rooms/${roomId}/actions/generate_join_client_token`;

interface Pair {
  data: { token: string; refresh_token: string };
}

describe('generate_join_client_token', () => {
  it('answers 201 with a pair of default TTLs', async () => {
    const sandbox = await sandboxForTest({ now: () => startedAt });
    const { id } = sandbox.createRoom();
    const answer = await post(sandbox, pathFor(id), {});
    const { data } = answer.json as Pair;

    expect(answer.status).toBe(201);
    expect(answer.json).toEqual({
      data: {
        token: data.token,
        token_expires_at: '2030-01-01T00:10:00Z',
        refresh_token: data.refresh_token,
        refresh_token_expires_at: '2030-01-01T01:00:00Z',
      },
    });
    expect(claimsOf(data.token)['typ']).toBe('access');
    expect(claimsOf(data.refresh_token)['typ']).toBe('refresh');
  });

  it('gives a refresh token that refreshes, and needs no body', async () => {
    const sandbox = await sandboxForTest();
    const { id } = sandbox.createRoom();
    const answer = await send(sandbox, 'POST', pathFor(id), { headers: bearer(sandbox) });
    const { refresh_token } = (answer.json as Pair).data;

    expect(answer.status).toBe(201);
    expect((await refresh(sandbox, id, { refresh_token })).status).toBe(201);
  });

  it.each([
    { token_ttl_secs: 10, refresh_token_ttl_secs: 60 },
    { token_ttl_secs: 3600, refresh_token_ttl_secs: 86_400 },
  ])('takes %j', async ttl => {
    const sandbox = await sandboxForTest({ now: () => startedAt });
    const { id } = sandbox.createRoom();
    const answer = await post(sandbox, pathFor(id), ttl);
    const { data } = answer.json as Pair;

    expect(answer.status).toBe(201);
    expect(claimsOf(data.token)['exp']).toBe(startedAt / 1000 + ttl.token_ttl_secs);
    expect(claimsOf(data.refresh_token)['exp']).toBe(startedAt / 1000 + ttl.refresh_token_ttl_secs);
  });

  it.each([
    ['token_ttl_secs', 9],
    ['token_ttl_secs', 3601],
    ['refresh_token_ttl_secs', 59],
    ['refresh_token_ttl_secs', 86_401],
    ['refresh_token_ttl_secs', '3600'],
  ])('refuses %s %j', async (name, seconds) => {
    const sandbox = await sandboxForTest();
    const { id } = sandbox.createRoom();

    expectError(await post(sandbox, pathFor(id), { [name]: seconds }), 422, '10027', {
      pointer: `/${name}`,
    });
  });

  it.each(['', 'Bearer', 'Bearer wrong', 'Basic KEY'])(
    'needs the API key, not "%s"',
    async authorization => {
      const sandbox = await sandboxForTest();
      const { id } = sandbox.createRoom();

      expectError(await post(sandbox, pathFor(id), {}, { authorization }), 401, '10009');
      expectError(await post(sandbox, pathFor(id), {}, {}), 401, '10009');
    },
  );

  it('refuses a room id that is no UUID and one of no room', async () => {
    const sandbox = await sandboxForTest();
    const unknown = '9e2a0cbe-ce66-411e-a1ac-468f0b103c9a';
    const source = { parameter: 'room_id' };

    expectError(await post(sandbox, pathFor('undefined'), {}), 422, '10006', source);
    expectError(await post(sandbox, pathFor(unknown), {}), 404, '10005', source);
  });
});
