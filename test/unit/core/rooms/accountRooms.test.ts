import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountRooms } from '../../../../src/core/rooms/accountRooms';
import type { ScriptedTransport } from '../../../support/scriptedTransport';
import { createWorld, room } from './world';

const call = { baseUrl: room.baseUrl, apiKey: 'KEY0123456789' };

describe('The rooms of an account', () => {
  let transport: ScriptedTransport;
  let rooms: AccountRooms;

  beforeEach(() => {
    const world = createWorld();
    transport = world.transport;
    rooms = new AccountRooms(world.open().api, call);
  });

  afterEach(() => rooms.dispose());

  const page = (from: number, count: number, total: number) => ({
    data: Array.from({ length: count }, (_, index) => accountRoom(from + index)),
    meta: {
      page_number: Math.floor(from / 250) + 1,
      total_pages: Math.ceil(total / 250),
      total_results: total,
    },
  });

  const queries = () =>
    transport.requests.map(({ url }) => Object.fromEntries(new URL(url).searchParams));

  it('come page by page, each asked for once', async () => {
    transport.answer(200, page(0, 250, 300)).answer(200, page(250, 50, 300));
    await Promise.all([rooms.loadMore(), rooms.loadMore()]);
    expect(rooms.state).toMatchObject({ total: 300, status: 'more' });
    expect(rooms.state.rooms).toHaveLength(250);
    await rooms.loadMore();
    await rooms.loadMore();
    expect(rooms.state).toMatchObject({ total: 300, status: 'complete' });
    expect(rooms.state.rooms).toHaveLength(300);
    expect(queries()).toEqual([
      { 'page[size]': '250', 'page[number]': '1' },
      { 'page[size]': '250', 'page[number]': '2' },
    ]);
  });

  it('are shown after one request, with 5,000 of them', async () => {
    transport.answer(200, page(0, 250, 5000));
    await rooms.loadMore();
    expect(rooms.state.rooms[0]?.name).toBe('room-0');
    expect(queries()).toHaveLength(1);
  });

  it('are found by their exact name, once, without loading the others', async () => {
    transport.answer(200, page(0, 250, 5000)).answer(200, { data: [accountRoom(4321)] });
    await rooms.loadMore();
    await rooms.find('room-4321');
    await rooms.find('room-4321');
    await rooms.find('room-1');
    await rooms.find('');
    expect(rooms.state.rooms.at(-1)?.name).toBe('room-4321');
    expect(queries().at(-1)).toEqual({ 'page[size]': '1', 'filter[unique_name]': 'room-4321' });
  });

  it('stand there once, however often they come', async () => {
    transport.answer(200, { data: [accountRoom(260)] }).answer(200, page(250, 50, 300));
    await rooms.find('room-260');
    await rooms.loadMore();
    expect(rooms.state.rooms.filter(({ name }) => name === 'room-260')).toHaveLength(1);
  });

  it('ignore an API that does not filter', async () => {
    transport.answer(200, page(0, 250, 300));
    await rooms.find('room-299');
    expect(rooms.state.rooms).toEqual([]);
  });

  it('say why they could not be loaded, keep what there is, and can be asked for again', async () => {
    transport
      .answer(200, page(0, 250, 300))
      .fail('network')
      .answer(200, page(250, 50, 300));
    await rooms.loadMore();
    await rooms.loadMore();
    expect(rooms.state).toMatchObject({ status: { failed: { kind: 'network' } } });
    expect(rooms.state.rooms).toHaveLength(250);
    await rooms.loadMore();
    expect(rooms.state.rooms).toHaveLength(300);
  });

  it('ask again for a name whose search failed', async () => {
    transport.fail('timeout').answer(200, { data: [accountRoom(7)] });
    await rooms.find('room-7');
    await rooms.find('room-7');
    expect(rooms.state.rooms.map(({ name }) => name)).toEqual(['room-7']);
  });

  it('end what is under way, and change no more, when nobody wants them', async () => {
    const changes: unknown[] = [];
    const held = transport.hold();
    const loading = rooms.loadMore();
    await held.sent;
    rooms.onDidChange(state => changes.push(state));
    rooms.dispose();
    await loading;
    expect(changes).toEqual([]);
  });

  it('ask no further where the API repeats itself', async () => {
    const { data } = page(0, 250, 5000);
    transport.answer(200, { data }).answer(200, { data });
    await rooms.loadMore();
    expect(rooms.state.status).toBe('more');
    await rooms.loadMore();
    expect(rooms.state.status).toBe('complete');
    expect(rooms.state.rooms).toHaveLength(250);
  });

  it('stand there once where one answer has them twice', async () => {
    transport.answer(200, { data: [accountRoom(1), accountRoom(1)] });
    await rooms.loadMore();
    expect(rooms.state.rooms).toHaveLength(1);
  });

  it('ask no further where a page is empty but more are promised', async () => {
    transport.answer(200, { data: [], meta: { page_number: 1, total_pages: 9 } });
    await rooms.loadMore();
    expect(rooms.state.status).toBe('complete');
  });
});

function accountRoom(index: number) {
  return {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    unique_name: `room-${index}`,
  };
}
