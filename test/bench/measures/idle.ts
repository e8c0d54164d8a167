import type { BrowserContext } from 'playwright-core';
import type { BenchHost } from '../host/benchHost';
import type { BenchExtension } from '../host/probeTasks';
import type { Measurement } from '../report/measurement';
import { median } from '../report/statistics';
import { leftOut } from './leftOut';
import type { Measure } from './measure';
import { SeriesByName } from './seriesByName';

const rows = ['idleOne', 'idleMany', 'idleMessages', 'idleDecodes', 'memory'] as const;

/** What is watched, at the same time: nobody of them does much. */
const variants = ['empty extension', 'no rooms', '1 room', 'many rooms'] as const;

type Variant = (typeof variants)[number];

/** Windows in which nobody does anything, with the focus, so that the status bar counts down. */
export const idle: Measure = {
  title: 'Idle windows, VS Code',
  rows,
  async run(bench) {
    const { idleRounds, idleSeconds, manyRooms } = bench.plan;
    if (idleRounds === 0) {
      return leftOut(rows);
    }
    const host = await bench.host();
    const users: Record<Variant, BrowserContext> = {
      'empty extension': await host.newUser(),
      'no rooms': await host.userWithRooms(0, bench.baseUrl),
      '1 room': await host.userWithRooms(1, bench.baseUrl),
      'many rooms': await host.userWithRooms(manyRooms, bench.baseUrl),
    };
    const [cpu, messages, decodes, heap] = [0, 0, 0, 0].map(() => new SeriesByName(variants));
    for (let round = 0; round < idleRounds; round++) {
      await Promise.all(
        variants.map(async variant => {
          const seen = await watch(host, users[variant], extensionOf(variant), idleSeconds);
          cpu?.add(variant, seen.cpu);
          messages?.add(variant, seen.messages);
          decodes?.add(variant, seen.decoded);
          heap?.add(variant, seen.heap);
        }),
      );
    }
    return report({ cpu, messages, decodes, heap } as IdleSeries);
  },
};

interface IdleSeries {
  readonly cpu: SeriesByName;
  readonly messages: SeriesByName;
  readonly decodes: SeriesByName;
  readonly heap: SeriesByName;
}

function extensionOf(variant: Variant): BenchExtension {
  return variant === 'empty extension' ? 'empty' : 'packaged';
}

/** CPU in milliseconds a second, messages a second, heap in megabytes. */
async function watch(
  host: BenchHost,
  user: BrowserContext,
  extension: BenchExtension,
  seconds: number,
) {
  const milliseconds = seconds * 1000;
  const { result, frames } = await host.run(user, { kind: 'idle', extension, milliseconds });
  const { from, to, cpu, decoded, heap } = result;
  const length = (to - from) / 1000;
  return {
    cpu: cpu / length,
    messages: frames.filter(time => time >= from && time < to).length / length,
    decoded,
    heap: heap / 1e6,
  };
}

function report({ cpu, messages, decodes, heap }: IdleSeries): Measurement {
  const over = (series: SeriesByName, variant: Variant, base: Variant = 'empty extension') =>
    median(series.of(variant)) - median(series.of(base));
  return {
    findings: [
      { row: 'idleOne', value: over(cpu, '1 room') },
      { row: 'idleMany', value: over(cpu, 'many rooms') },
      { row: 'idleMessages', value: over(messages, 'many rooms') },
      {
        row: 'idleDecodes',
        value: Math.max(...decodes.all().flatMap(({ values }) => [...values])),
      },
      { row: 'memory', value: over(heap, 'many rooms', 'no rooms') },
    ],
    comparisons: [
      { title: 'CPU of an idle extension host', unit: 'ms a second', series: cpu.all() },
      {
        title: 'Frames from VS Code to an idle workbench',
        unit: 'a second',
        series: messages.all(),
      },
      { title: 'Heap of an idle extension host', unit: 'MB', series: heap.all() },
    ],
  };
}
