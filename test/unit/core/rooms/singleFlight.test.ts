import { describe, expect, it } from 'vitest';
import { SingleFlight } from '../../../../src/core/rooms/singleFlight';

const { signal: never } = new AbortController();

/** Work that ends when the test says so, or some time after it was aborted. */
function createWork() {
  const starts: AbortSignal[] = [];
  const ends: ((result: string) => void)[] = [];
  const start = (signal: AbortSignal) => {
    starts.push(signal);
    return new Promise<string>(resolve => ends.push(resolve));
  };
  return { starts, ends, start };
}

describe('SingleFlight', () => {
  it('does work for different keys side by side', async () => {
    const flights = new SingleFlight<string>();
    const { starts, ends, start } = createWork();
    const one = flights.run('one', never, start);
    const other = flights.run('other', never, start);
    expect(starts).toHaveLength(2);
    ends[1]?.('second');
    expect(await other).toBe('second');
    expect([flights.has('one'), flights.has('other')]).toEqual([true, false]);
    ends[0]?.('first');
    expect(await one).toBe('first');
  });

  it('starts anew after work that was cancelled, once that has come to rest', async () => {
    const flights = new SingleFlight<string>();
    const { starts, ends, start } = createWork();
    const cancel = new AbortController();
    const first = flights.run('room', cancel.signal, start);
    cancel.abort();
    await expect(first).rejects.toMatchObject({ kind: 'cancelled' });
    expect(starts[0]?.aborted).toBe(true);

    const second = flights.run('room', never, start);
    expect(starts).toHaveLength(1);
    ends[0]?.('too late');
    await expect.poll(() => starts.length).toBe(2);
    ends[1]?.('new');
    expect(await second).toBe('new');
  });

  it('lets somebody go who cancels while waiting for that', async () => {
    const flights = new SingleFlight<string>();
    const { starts, ends, start } = createWork();
    const cancel = new AbortController();
    void flights.run('room', never, start).catch(() => undefined);
    const stopping = flights.stop('room');
    const waiting = flights.run('room', cancel.signal, start);
    cancel.abort();
    ends[0]?.('too late');
    await stopping;
    await expect(waiting).rejects.toMatchObject({ kind: 'cancelled' });
    expect(starts).toHaveLength(1);
  });

  it('passes a failure on to everybody, and starts anew after it', async () => {
    const flights = new SingleFlight<string>();
    const failing = () => Promise.reject(new Error('no'));
    const both = [flights.run('room', never, failing), flights.run('room', never, failing)];
    for (const each of both) {
      await expect(each).rejects.toThrow('no');
    }
    expect(await flights.run('room', never, () => Promise.resolve('yes'))).toBe('yes');
  });
});
