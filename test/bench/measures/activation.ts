import type { ClientName, ClientResult } from '../clients/clientJobs';
import type { BenchExtension } from '../host/probeTasks';
import type { Finding } from '../report/measurement';
import { median } from '../report/statistics';
import type { RowName } from '../report/targets';
import { inRandomOrder } from '../rounds';
import { leftOut } from './leftOut';
import type { Measure } from './measure';
import { SeriesByName } from './seriesByName';

interface Activated {
  readonly name: string;
  readonly extension: BenchExtension;
  readonly rooms: number;
  readonly row?: RowName;
  /** Measured less often. */
  readonly isOccasional?: boolean;
}

interface FirstCaller {
  readonly name: string;
  readonly client: ClientName;
  readonly ahead: boolean;
  readonly row?: RowName;
}

const nothing: Activated = { name: 'empty extension', extension: 'empty', rooms: 0 };

const onlyCommands: Activated = {
  name: 'as many commands',
  extension: 'commands',
  rooms: 0,
  isOccasional: true,
};

const callers: readonly FirstCaller[] = [
  { name: 'SDK', client: 'SDK', ahead: false },
  { name: 'extension, cold', client: 'extension', ahead: false, row: 'firstCall' },
  {
    name: 'extension, opened ahead',
    client: 'extension',
    ahead: true,
    row: 'firstCallAhead',
  },
];

const occasionalCaller: FirstCaller = { name: 'fetch', client: 'fetch', ahead: false };

/** How often what is occasional is measured: once in so many rounds. */
const occasion = 3;

/**
 * Activation, first in a fresh extension host each time. A new host is dear, so the first https call
 * of one HTTP client is measured in each besides, some time later.
 */
export const activation: Measure = {
  title: 'Activation, and the first https call, each in a fresh extension host of VS Code',
  rows: ['activationNone', 'activationOne', 'activationMany', 'firstCall', 'firstCallAhead'],
  async run(bench) {
    const { plan, random } = bench;
    const host = await bench.host();
    const activated = activatedVariants(plan.manyRooms);
    for (const { rooms } of activated) {
      // Prepared beforehand, that rounds are alike.
      await host.userWithRooms(rooms, bench.baseUrl);
    }
    const activations = new SeriesByName(activated.map(({ name }) => name));
    const openings = new SeriesByName(activated.map(({ name }) => name));
    const calls = new SeriesByName([...callers, occasionalCaller].map(({ name }) => name));
    const target = bench.target('https', bench.servers.https.port);

    for (let round = 0; round < plan.activationRounds; round++) {
      const isOccasion = round % occasion === 0;
      const all = isOccasion ? [...callers, occasionalCaller] : callers;
      const clients = inRandomOrder(all, random);
      const variants = activated.filter(each => isOccasion || each.isOccasional !== true);
      for (const { name, extension, rooms } of inRandomOrder(variants, random)) {
        const caller = clients.pop();
        const { result } = await host.run(await host.userWithRooms(rooms, bench.baseUrl), {
          kind: 'activate',
          extension,
          ...(caller && { call: { ...caller, kind: 'first', target } }),
        });
        activations.add(name, result.milliseconds);
        openings.add(name, result.opened ?? result.milliseconds);
        if (caller) {
          calls.add(caller.name, ...timesOf(result.call));
        }
      }
    }
    const reference = median(activations.of(nothing.name));
    const least = median(activations.of(onlyCommands.name)) / reference;
    const remarks = (opened: number | undefined) =>
      [
        `an extension that only registers as many commands: ${least.toPrecision(3)}`,
        `until the window is open as well, for which nobody waits: ${opened?.toPrecision(3) ?? '–'}`,
      ].join('; ');
    const opened = ratios(activated, openings);
    return {
      findings: [
        ...ratios(activated, activations).map((finding, index) => ({
          remark: remarks(opened[index]?.value),
          ...finding,
        })),
        ...ratios(callers, calls),
        ...(plan.manyRooms > 0 ? [] : leftOut(['activationMany']).findings),
      ],
      comparisons: [
        { title: 'Activation, VS Code', unit: 'ms', series: activations.all() },
        {
          title: 'Activation and the open window, VS Code',
          unit: 'ms',
          series: openings.all(),
        },
        { title: 'First https call of a session, VS Code', unit: 'ms', series: calls.all() },
      ],
    };
  },
};

function activatedVariants(many: number): readonly Activated[] {
  const packaged = (rooms: number, row: RowName) =>
    ({ name: `${rooms} rooms`, extension: 'packaged', rooms, row }) as const;
  return [
    nothing,
    onlyCommands,
    { ...packaged(0, 'activationNone'), isOccasional: true },
    packaged(1, 'activationOne'),
    ...(many > 0 ? [packaged(many, 'activationMany')] : []),
  ];
}

function timesOf(result: ClientResult | undefined): readonly number[] {
  return result?.series.flatMap(({ milliseconds }) => milliseconds) ?? [];
}

/** Each variant to the first one. */
function ratios(
  variants: readonly { readonly name: string; readonly row?: RowName }[],
  series: SeriesByName,
): Finding[] {
  const reference = median(series.of(variants[0]?.name ?? ''));
  return variants.flatMap(({ name, row }): Finding[] => {
    const values = series.of(name);
    if (row === undefined) {
      return [];
    }
    return values.length > 0
      ? [{ row, value: median(values) / reference }]
      : [{ row, value: undefined, remark: 'not there' }];
  });
}
