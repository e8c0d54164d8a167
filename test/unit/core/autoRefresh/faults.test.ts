import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../support/memoryApi';
import { key, newClientToken, noon, room } from '../rooms/world';
import { createKeptRoom, gapsOf, nextAtOf, stateOf, stopsOf } from './keptRoom';

/** A kept room whose API fails at first when its token of ten minutes is due. */
async function createFailing(fault: Fault) {
  const kept = await createKeptRoom();
  kept.api.fault = () => fault;
  return { ...kept, stops: stopsOf(kept.window) };
}

describe('While the API fails', () => {
  it.each([
    { fault: { status: 500 }, kind: 'server' },
    { fault: { status: 503 }, kind: 'server' },
    { fault: { status: 302 }, kind: 'badResponse' },
    { fault: { status: 429 }, kind: 'rateLimited' },
    { fault: { failure: 'network' }, kind: 'network' },
    { fault: { failure: 'certificate' }, kind: 'certificate' },
    { fault: { failure: 'proxy' }, kind: 'proxy' },
    { fault: { failure: 'timeout' }, kind: 'timeout' },
  ] as const)('with $kind, the attempts grow rare and go on', async ({ fault, kind }) => {
    const { pass, callTimes, window, api, stops, secrets } = await createFailing(fault);
    await pass(541);
    expect(stateOf(window)).toMatchObject({ kind: 'retrying', error: { kind } });
    expect(nextAtOf(window)).toBeGreaterThan(noon + 541_000);
    const before = secrets.contents;
    await pass(3600);
    expect(secrets.contents).toEqual(before);
    const gaps = gapsOf(callTimes());
    expect(gaps.slice(0, 5)).toEqual([0.75, 1.5, 3, 6, 12]);
    expect(callTimes().length).toBeLessThan(100);
    expect(Math.max(...gaps)).toBe(45);
    api.fault = () => undefined;
    await pass(60);
    expect(stateOf(window)).toEqual({ kind: 'on' });
    expect(window.rooms.get(key)?.activity).toEqual({ kind: 'idle' });
    expect(stops).toEqual([]);
    const count = callTimes().length;
    await pass(541);
    expect(callTimes()).toHaveLength(count + 1);
  });

  it.each([0, 0.99])('its pauses are as random as %s makes them', async random => {
    const { api, open, pass, callTimes, window } = await createKeptRoom();
    window.dispose();
    open({ random: () => random });
    api.fault = () => ({ status: 500 });
    await pass(3600);
    const longest = 30 + random * 30;
    expect(Math.max(...gapsOf(callTimes()))).toBeCloseTo(longest, 1);
    expect(gapsOf(callTimes())[0]).toBeCloseTo(0.5 + random / 2, 2);
    expect(callTimes().length).toBeLessThan(120);
  });

  it('the last attempt before the end comes one second before it', async () => {
    const { pass, callTimes } = await createFailing({ status: 500 });
    await pass(602);
    expect(callTimes()).toContain(599);
  });

  it('a secret store that does not answer is asked again later', async () => {
    const { pass, callTimes, secrets, window, stops } = await createFailing({ status: 500 });
    secrets.failNext(new Error('The keyring is locked.'));
    await pass(540);
    expect(callTimes()).toEqual([]);
    expect(stateOf(window)).toMatchObject({ kind: 'retrying', error: undefined });
    await pass(1);
    expect(callTimes()).toHaveLength(1);
    expect(stops).toEqual([]);
  });

  it('each time anew, the first pause is short', async () => {
    const { pass, callTimes, api } = await createFailing({ failure: 'network' });
    await pass(700);
    api.fault = () => undefined;
    await pass(60);
    const before = callTimes().length;
    api.fault = () => ({ failure: 'network' });
    await pass(545);
    expect(gapsOf(callTimes().slice(before)).slice(0, 2)).toEqual([0.75, 1.5]);
  });

  it('a new token from elsewhere ends the attempts', async () => {
    const { pass, callTimes, window } = await createFailing({ status: 500 });
    await pass(550);
    const before = callTimes().length;
    await window.keeper.keep(room, { client: { token: newClientToken(600, noon + 550_000) } });
    expect(stateOf(window)).toEqual({ kind: 'on' });
    await pass(539);
    expect(callTimes()).toHaveLength(before);
    await pass(1);
    expect(callTimes()).toHaveLength(before + 1);
  });
});

describe('When the focus is back', () => {
  const failures = ['network', 'certificate', 'proxy', 'timeout'] as const;
  it.each(failures)('a failure of %s is tried again soon', async failure => {
    const { pass, callTimes, window } = await createFailing({ failure });
    await pass(962);
    expect(callTimes().at(-1)).toBe(959);
    window.focus.set(false);
    window.focus.set(true);
    expect(stateOf(window)).toMatchObject({ kind: 'retrying', at: noon + 964_000 });
    await pass(2);
    expect(callTimes().slice(-2)).toEqual([959, 964]);
  });

  it('again and again, the API is still asked at most every 5 s', async () => {
    const { pass, callTimes, window } = await createFailing({ failure: 'network' });
    await pass(962);
    const before = callTimes().length;
    for (let second = 0; second < 60; second++) {
      window.focus.set(false);
      window.focus.set(true);
      await pass(1);
    }
    const gaps = gapsOf(callTimes().slice(before));
    expect(gaps.length).toBeGreaterThan(5);
    expect(Math.min(...gaps)).toBe(5);
  });

  it('the pause that the API asked for is kept', async () => {
    const { pass, callTimes, window } = await createFailing({
      status: 429,
      headers: { 'retry-after': '600' },
    });
    await pass(700);
    expect(callTimes()).toEqual([540, 599]);
    window.focus.set(false);
    window.focus.set(true);
    await pass(499);
    expect(callTimes()).toEqual([540, 599]);
  });
});
