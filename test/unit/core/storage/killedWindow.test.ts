import { describe, expect, it } from 'vitest';
import { StorageFault } from '../../../support/storageFault';
import {
  bystandersIn,
  createStoredWorld,
  expectTruth,
  openRows,
  operations,
  ownIn,
  storedIn,
  type Operation,
} from './operations';

/** Runs an operation without a fault: how many writes it makes, and what is stored after it. */
async function runWhole(operation: Operation) {
  const world = await createStoredWorld();
  const count = new StorageFault('refuse', Infinity);
  await operation.run(world.open({ fault: count }), world);
  await world.secrets.settled();
  return { writes: count.calls, stored: storedIn(world) };
}

/** Runs an operation in a window that is killed right after one of its writes. */
async function runKilled(operation: Operation, write: number) {
  const world = await createStoredWorld();
  const bystanders = bystandersIn(world, operation);
  const window = world.open({ fault: new StorageFault('kill', write) });
  void operation.run(window, world);
  await world.secrets.settled();
  window.dispose();
  world.locks.expireAll();
  expect(bystandersIn(world, operation)).toEqual(bystanders);
  return world;
}

describe.each(operations)('A window that is killed while it should $name', operation => {
  it('leaves what the next start shows as it is, and what it can do again', async () => {
    const whole = await runWhole(operation);
    expect(whole.writes).toBeGreaterThan(0);
    for (let write = 0; write < whole.writes; write++) {
      const world = await runKilled(operation, write);
      const next = world.open();
      await next.catchUp();
      await openRows(next);
      await expectTruth(next, world);

      await operation.run(next, world);
      await world.secrets.settled();
      expect(storedIn(world), `after write ${write}`).toEqual(whole.stored);
    }
  });

  it('leaves nothing that can not be forgotten', async () => {
    const { writes } = await runWhole(operation);
    for (let write = 0; write < writes; write++) {
      const world = await runKilled(operation, write);
      const next = world.open();
      await next.catchUp();
      for (const shown of next.rooms.all()) {
        await next.tokens.forget(shown.key);
      }
      await next.apiKeys.removeAll();
      await world.secrets.settled();
      const left = ownIn(world);
      expect(left, `after write ${write}`).toEqual([]);
    }
  });
});
