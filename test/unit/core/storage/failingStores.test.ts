import { describe, expect, it } from 'vitest';
import { StorageError } from '../../../../src/core/storage/storageError';
import { key, room } from '../rooms/world';
import { StorageFault, type StorageFaultKind } from '../../../support/storageFault';
import {
  bystandersIn,
  createStoredWorld,
  expectTruth,
  openRows,
  operations,
  type Operation,
} from './operations';

/** How many calls of the stores an operation makes that goes well. */
async function callsOf(operation: Operation): Promise<number> {
  const world = await createStoredWorld();
  const count = new StorageFault('refuse', Infinity, 'calls');
  await operation.run(world.open({ fault: count }), world);
  return count.calls;
}

/** Runs an operation while one call of the stores fails; how it ended, at the latest after 10 s. */
async function runFailing(operation: Operation, kind: StorageFaultKind, at: number) {
  const world = await createStoredWorld();
  const bystanders = bystandersIn(world, operation);
  const window = world.open({ fault: new StorageFault(kind, at, 'calls') });
  const ended = operation.run(window, world).then(
    () => undefined,
    (error: unknown) => error,
  );
  await world.secrets.settled();
  // Whatever else hangs on the call that hangs has ended with it.
  world.clock.advance(10_000);
  await world.secrets.settled();
  const error = await ended;
  await world.secrets.settled();
  expect(bystandersIn(world, operation)).toEqual(bystanders);
  return { world, window, error };
}

const reasons = { refuse: 'refused', hang: 'silent', mute: 'silent' } as const;

describe.each(operations)('Stores that fail while a window should $name', operation => {
  it.each(['refuse', 'hang', 'mute'] as const)('and %s at any call', async kind => {
    const calls = await callsOf(operation);
    expect(calls).toBeGreaterThan(0);
    for (let at = 0; at < calls; at++) {
      const { world, window, error } = await runFailing(operation, kind, at);
      if (error !== undefined) {
        expect(error, `at call ${at}`).toBeInstanceOf(StorageError);
        expect(error).toMatchObject({ reason: reasons[kind] });
      }
      expect(world.logger.lines.join()).not.toContain('secret-token');
      expect(window.rooms.all().every(({ activity }) => activity.kind !== 'refreshing')).toBe(true);

      await window.catchUp();
      await openRows(window);
      await expectTruth(window, world);
      await operation.run(window, world);
      await world.secrets.settled();
      await openRows(window);
      await expectTruth(window, world);
    }
  });
});

describe('What a failed store leaves, at once', () => {
  it.each([0, 1, 2])('is a room that is still there when it can not be forgotten: %d', async at => {
    const world = await createStoredWorld();
    const window = world.open({ fault: new StorageFault('refuse', at) });
    await expect(window.tokens.forget(key)).rejects.toBeInstanceOf(StorageError);
    await world.secrets.settled();
    await expectTruth(window, world);
    expect(window.rooms.get(key)).toBeDefined();
  });

  it('is no API key where it could not be kept, and the old one where there was one', async () => {
    const world = await createStoredWorld();
    const window = world.open({ fault: new StorageFault('refuse', 1) });
    await expect(window.apiKeys.write('https://proxy.example', 'KEY0123456789')).rejects.toThrow();
    expect(window.apiKeys.has('https://proxy.example')).toBe(false);
    const other = world.open({ fault: new StorageFault('refuse', 0) });
    await expect(other.apiKeys.write(room.baseUrl, 'KEY9876543210')).rejects.toThrow();
    expect(await other.apiKeys.read(room.baseUrl)).toBe('KEY0123456789');
  });
});
