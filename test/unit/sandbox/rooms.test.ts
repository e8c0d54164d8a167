import { describe, expect, it } from 'vitest';
import type { SandboxRoom } from '../../../src/sandbox/startSandbox';
import { expectError } from './errorShape';
import { get, post, sandboxForTest, send } from './sandboxClient';

const startedAt = Date.UTC(2030, 0, 1);

const idsIn = (json: unknown) => (json as { data: SandboxRoom[] }).data.map(room => room.id);

describe('GET /rooms', () => {
  it('lists rooms as the API shows them', async () => {
    const sandbox = await sandboxForTest({ now: () => startedAt });
    const room = sandbox.createRoom('lobby');
    const answer = await get(sandbox, '/rooms');

    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({
      data: [room],
      meta: { page_number: 1, page_size: 20, total_pages: 1, total_results: 1 },
    });
    expect(room).toEqual({
      id: expect.stringMatching(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/) as string,
      record_type: 'room',
      unique_name: 'lobby',
      max_participants: 10,
      enable_recording: false,
      active_session_id: null,
      sessions: [],
      created_at: '2030-01-01T00:00:00.000Z',
      updated_at: '2030-01-01T00:00:00.000Z',
    });
  });

  it('has an empty list before there are rooms', async () => {
    const sandbox = await sandboxForTest();

    expect((await get(sandbox, '/rooms')).json).toEqual({
      data: [],
      meta: { page_number: 1, page_size: 20, total_pages: 0, total_results: 0 },
    });
  });

  it('pages through all rooms, 20 at a time unless told otherwise', async () => {
    const sandbox = await sandboxForTest();
    const ids = Array.from({ length: 21 }, () => sandbox.createRoom().id);

    expect(idsIn((await get(sandbox, '/rooms')).json)).toEqual(ids.slice(0, 20));
    expect(idsIn((await get(sandbox, '/rooms?page[number]=2')).json)).toEqual(ids.slice(20));
    expect(idsIn((await get(sandbox, '/rooms?page%5Bsize%5D=250')).json)).toEqual(ids);
    const third = await get(sandbox, '/rooms?page[number]=3&page[size]=10');
    expect(third.json).toMatchObject({
      data: [{ id: ids[20] }],
      meta: { page_number: 3, page_size: 10, total_pages: 3, total_results: 21 },
    });
    expect(idsIn((await get(sandbox, '/rooms?page[number]=9')).json)).toEqual([]);
  });

  it('filters by unique name', async () => {
    const sandbox = await sandboxForTest();
    sandbox.createRoom('lobby');
    const room = sandbox.createRoom('big hall');
    const answer = await get(sandbox, '/rooms?filter[unique_name]=big%20hall');

    expect(idsIn(answer.json)).toEqual([room.id]);
    expect(answer.json).toMatchObject({ meta: { total_results: 1 } });
    expect(idsIn((await get(sandbox, '/rooms?filter[unique_name]=none')).json)).toEqual([]);
  });

  it.each([
    ['page[size]', '0'],
    ['page[size]', '251'],
    ['page[size]', 'ten'],
    ['page[size]', ''],
    ['page[number]', '0'],
    ['page[number]', '-1'],
    ['page[number]', '1.5'],
  ])('refuses %s=%s', async (parameter, value) => {
    const sandbox = await sandboxForTest();

    expectError(await get(sandbox, `/rooms?${parameter}=${value}`), 422, '10027', { parameter });
  });

  it('needs the API key', async () => {
    expectError(await send(await sandboxForTest(), 'GET', '/rooms'), 401, '10009');
  });
});

describe('POST /rooms', () => {
  it('creates a room with defaults, from an empty object or no body', async () => {
    const sandbox = await sandboxForTest();
    const answer = await post(sandbox, '/rooms', {});

    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({
      data: { unique_name: null, max_participants: 10, enable_recording: false },
    });
    expect((await get(sandbox, '/rooms')).json).toMatchObject({
      data: [(answer.json as { data: SandboxRoom }).data],
    });
  });

  it('takes what it knows and ignores the rest', async () => {
    const answer = await post(await sandboxForTest(), '/rooms', {
      unique_name: 'lobby',
      max_participants: 50,
      enable_recording: true,
      webhook_event_url: 'https://example.com',
    });

    expect(answer.json).toMatchObject({
      data: { unique_name: 'lobby', max_participants: 50, enable_recording: true },
    });
    expect(answer.text).not.toContain('example.com');
  });

  it('refuses a unique name that is taken; from code it throws', async () => {
    const sandbox = await sandboxForTest();
    sandbox.createRoom('lobby');

    expectError(await post(sandbox, '/rooms', { unique_name: 'lobby' }), 422, '10012', {
      pointer: '/unique_name',
    });
    expect(() => sandbox.createRoom('lobby')).toThrow('"lobby"');
    expect((await get(sandbox, '/rooms')).json).toMatchObject({ meta: { total_results: 1 } });
  });

  it.each([
    ['unique_name', ''],
    ['unique_name', 7],
    ['max_participants', 0],
    ['max_participants', '10'],
    ['enable_recording', 'yes'],
  ])('refuses %s %j', async (name, value) => {
    const sandbox = await sandboxForTest();

    expectError(await post(sandbox, '/rooms', { [name]: value }), 422, '10027', {
      pointer: `/${name}`,
    });
  });

  it('needs the API key', async () => {
    expectError(await post(await sandboxForTest(), '/rooms', {}, {}), 401, '10009');
  });
});
