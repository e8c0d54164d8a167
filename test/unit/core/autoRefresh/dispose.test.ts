import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { key, noon } from '../rooms/world';
import { createKeptRoom, stopsOf } from './keptRoom';

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeEach(() => void process.on('unhandledRejection', note));
afterEach(() => void process.off('unhandledRejection', note));

describe('A window that is closed', () => {
  it('aborts its request, and leaves no timer and no rejection behind', async () => {
    const { transport, clock, window, pass, secrets, locks } = await createKeptRoom();
    const held = transport.hold();
    const stops = stopsOf(window);
    await pass(540);
    await held.sent;
    const before = secrets.contents;
    window.dispose();
    held.answer(403, '');
    await pass(86_400);
    expect(clock.timers).toEqual([]);
    expect(transport.requests).toHaveLength(1);
    expect(locks.queued(key)).toBe(0);
    expect(secrets.contents).toEqual(before);
    expect(stops).toEqual([]);
    expect(unhandled).toEqual([]);
  });

  it('leaves its turn to another window that waits for it', async () => {
    const { api, window, open, pass, callTimes } = await createKeptRoom();
    const other = open();
    api.latency = 5000;
    await pass(541);
    window.dispose();
    await pass(6);
    expect(callTimes()).toEqual([540, 541]);
    expect(other.rooms.get(key)?.record.clientToken?.issuedAt).toBe(noon + 546_000);
    expect(unhandled).toEqual([]);
  });

  it('while it waits for its turn, asks for nothing', async () => {
    const { api, window, open, pass, callTimes } = await createKeptRoom();
    const other = open();
    api.latency = 5000;
    await pass(541);
    other.dispose();
    await pass(600);
    expect(callTimes()).toEqual([540, 1085]);
    expect(window.rooms.get(key)?.activity).toEqual({ kind: 'idle' });
    expect(unhandled).toEqual([]);
  });

  it('while it waits to try again, tries no more', async () => {
    const { api, window, clock, pass, callTimes } = await createKeptRoom();
    api.fault = () => ({ status: 500 });
    await pass(541);
    const before = callTimes().length;
    window.dispose();
    expect(clock.timers).toEqual([]);
    await pass(3600);
    expect(callTimes()).toHaveLength(before);
  });
});

describe('A choice that can not be stored', () => {
  it('still stops the attempts, and is said', async () => {
    const { api, window, state, pass, callTimes, logger } = await createKeptRoom();
    const stops = stopsOf(window);
    api.fault = () => ({ status: 403 });
    state.update = () => Promise.reject(new Error('The disk is full.'));
    await pass(3600);
    expect(callTimes()).toEqual([540]);
    expect(stops).toHaveLength(1);
    expect(unhandled).toEqual([]);
    expect(logger.warnings).toContain(`warn: That ${key} is stopped could not be kept.`);
  });
});
