import type { ProbeRun } from '../host/benchHost';
import type { Comparison, Measurement } from '../report/measurement';
import { median } from '../report/statistics';

/** What windows are watched with. */
export type IdleVariant =
  | 'empty extension'
  | 'a text each second'
  | 'no rooms'
  | '1 room'
  | 'many rooms'
  | '1 room, counted';

/** What was seen of each, one run for each round. */
export type IdleSamples = Map<IdleVariant, ProbeRun<'idle'>[]>;

type Figure = (run: ProbeRun<'idle'>) => number;

const seconds: Figure = ({ result: { from, to } }) => (to - from) / 1000;

/** Milliseconds a second. */
const cpu: Figure = run => run.result.cpu / seconds(run);

/** A second. */
const messages: Figure = run =>
  run.frames.filter(time => time >= run.result.from && time < run.result.to).length / seconds(run);

/** Megabytes. */
const heap: Figure = ({ result }) => result.heap / 1e6;

/** The table's rows, and what they come from. */
export function idleReport(samples: IdleSamples): Measurement {
  const runs = (variant: IdleVariant) => samples.get(variant) ?? [];
  const typical = (variant: IdleVariant, figure: Figure) => median(runs(variant).map(figure));
  const over = (base: IdleVariant, variant: IdleVariant, figure: Figure) =>
    typical(variant, figure) - typical(base, figure);
  const compare = (title: string, unit: string, figure: Figure): Comparison => ({
    title,
    unit,
    series: [...samples]
      // Counting costs CPU time, and hardly any memory.
      .filter(([name]) => name !== '1 room, counted' && (name !== 'no rooms' || figure !== cpu))
      .map(([name, all]) => ({ name, values: all.map(figure) })),
  });
  const idleCpu = (row: 'idleOne' | 'idleMany', variant: IdleVariant) => ({
    row,
    value: over('empty extension', variant, cpu),
    remark: `over an extension that only sets such a text: ${over('a text each second', variant, cpu).toPrecision(3)}`,
  });
  const counts = (variant: IdleVariant) =>
    runs(variant).flatMap(({ result }) => result.counts ?? []);
  return {
    findings: [
      idleCpu('idleOne', '1 room'),
      idleCpu('idleMany', 'many rooms'),
      {
        row: 'idleTimers',
        value: Math.max(...counts('no rooms').map(({ timers }) => timers.length)),
      },
      { row: 'idleMessages', value: over('empty extension', 'many rooms', messages) },
      {
        row: 'idleDecodes',
        value: Math.max(...counts('1 room, counted').map(({ decoded }) => decoded)),
      },
      { row: 'memory', value: over('no rooms', 'many rooms', heap) },
    ],
    comparisons: [
      compare('CPU of an idle extension host', 'ms a second', cpu),
      compare('Frames from VS Code to an idle workbench', 'a second', messages),
      compare('Heap of an idle extension host', 'MB', heap),
    ],
  };
}
