import { describe, expect, it, vi } from 'vitest';
import { LaunchConsent } from '../../../../src/core/launch/launchConsent';
import { MemoryState } from '../../../support/memoryState';

const yes = () => Promise.resolve(true);
const no = () => Promise.resolve(false);

describe('LaunchConsent', () => {
  it('is given once, and kept over a restart', async () => {
    const state = new MemoryState();
    const ask = vi.fn(yes);
    const consent = new LaunchConsent(state);
    expect(consent.isGiven).toBe(false);
    expect(await consent.obtain(ask)).toBe(true);
    expect(await consent.obtain(ask)).toBe(true);
    expect(await new LaunchConsent(state).obtain(ask)).toBe(true);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('asks again after a no, and after it was taken back', async () => {
    const state = new MemoryState();
    const consent = new LaunchConsent(state);
    expect(await consent.obtain(no)).toBe(false);
    expect(state.keys()).toEqual([]);
    expect(await consent.obtain(yes)).toBe(true);
    await consent.revoke();
    expect([consent.isGiven, state.keys()]).toEqual([false, []]);
    expect(await consent.obtain(no)).toBe(false);
  });

  it('asks once for calls at the same time', async () => {
    let answer: ((agreed: boolean) => void) | undefined;
    const ask = vi.fn(() => new Promise<boolean>(resolve => (answer = resolve)));
    const consent = new LaunchConsent(new MemoryState());
    const calls = [consent.obtain(ask), consent.obtain(ask)];
    answer?.(false);
    expect(await Promise.all(calls)).toEqual([false, false]);
    expect(ask).toHaveBeenCalledOnce();
  });

  it('asks anew where the question itself failed', async () => {
    const consent = new LaunchConsent(new MemoryState());
    await expect(consent.obtain(() => Promise.reject(new Error('no window')))).rejects.toThrow();
    expect(await consent.obtain(yes)).toBe(true);
  });

  it('tells of a change when it is in place', async () => {
    const consent = new LaunchConsent(new MemoryState());
    const seen: boolean[] = [];
    consent.onDidChange(() => seen.push(consent.isGiven));
    await consent.obtain(no);
    await consent.obtain(yes);
    await consent.revoke();
    expect(seen).toEqual([true, false]);
  });

  it.each(['true', 1, {}])('takes no %j in the state for a yes', async junk => {
    const state = new MemoryState();
    await state.update('telnyxRooms.launchConsent', junk);
    expect(new LaunchConsent(state).isGiven).toBe(false);
  });
});
