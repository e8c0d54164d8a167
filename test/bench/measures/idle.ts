import type { BrowserContext } from 'playwright-core';
import type { BenchExtension } from '../host/probeTasks';
import type { Bench } from '../openBench';
import { idleReport, type IdleSamples, type IdleVariant } from './idleReport';
import { leftOut } from './leftOut';
import type { Measure } from './measure';

const rows = [
  'idleOne',
  'idleMany',
  'idleTimers',
  'idleMessages',
  'idleDecodes',
  'memory',
] as const;

/** A window in which nobody does anything. */
interface IdleWindow {
  readonly variant: IdleVariant;
  readonly extension: BenchExtension;
  readonly user: BrowserContext;
  readonly counts: boolean;
}

/** Windows of all variants at the same time: none of them does much. */
export const idle: Measure = {
  title: 'Idle windows, VS Code',
  rows,
  async run(bench) {
    const { idleRounds, idleSeconds } = bench.plan;
    if (idleRounds === 0) {
      return leftOut(rows);
    }
    const host = await bench.host();
    const windows = await idleWindows(bench);
    const samples: IdleSamples = new Map(windows.map(({ variant }) => [variant, []]));
    for (let round = 0; round < idleRounds; round++) {
      await Promise.all(
        windows.map(async ({ variant, extension, user, counts }) => {
          const milliseconds = idleSeconds * 1000;
          const task = { kind: 'idle', extension, milliseconds, counts } as const;
          samples.get(variant)?.push(await host.run(user, task));
        }),
      );
    }
    return idleReport(samples);
  },
};

async function idleWindows(bench: Bench): Promise<readonly IdleWindow[]> {
  const host = await bench.host();
  const packaged = async (variant: IdleVariant, rooms: number, counts = false) =>
    ({
      variant,
      extension: 'packaged',
      user: await host.userWithRooms(rooms, bench.baseUrl),
      counts,
    }) as const;
  const least = async (variant: IdleVariant, extension: BenchExtension) =>
    ({ variant, extension, user: await host.newUser(), counts: false }) as const;
  return [
    await least('empty extension', 'empty'),
    await least('a text each second', 'ticking'),
    await packaged('no rooms', 0, true),
    await packaged('1 room', 1),
    await packaged('many rooms', bench.plan.manyRooms),
    {
      ...(await packaged('1 room, counted', 1, true)),
      user: await host.userWithRooms(1, `${bench.baseUrl}/counted`),
    },
  ];
}
