// npm run bench [-- --quick] [-- --only ROW …] [-- --seed NUMBER]
//
// Measures the built extension against its peers and prints a table. A full run also writes it into
// docs/performance.md. A target that is missed fails nothing: the figures are for people.
import { parseArgs } from 'node:util';
import { measures } from './measures/measures';
import { openBench } from './openBench';
import { fullPlan, quickPlan } from './plan';
import type { Measurement } from './report/measurement';
import { describeMachine } from './report/machine';
import { renderReport } from './report/renderReport';
import { rowNames, type RowName } from './report/targets';
import { writeDocument } from './report/writeDocument';

function parseRows(names: readonly string[]): readonly RowName[] {
  const unknown = names.find(name => !rowNames.some(row => row === name));
  if (unknown !== undefined) {
    throw new Error(`There is no row "${unknown}". There are: ${rowNames.join(', ')}.`);
  }
  return rowNames.filter(row => names.length === 0 || names.includes(row));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      seed: { type: 'string' },
    },
  });
  const rows = parseRows(values.only);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const started = Date.now();
  const bench = await openBench(values.quick ? quickPlan : fullPlan, seed);
  const found: Measurement[] = [];
  try {
    for (const measure of measures.filter(each => each.rows.some(row => rows.includes(row)))) {
      const start = Date.now();
      found.push(await measure.run(bench));
      bench.say(`${measure.title}: ${Math.round((Date.now() - start) / 1000)} s`);
    }
  } finally {
    await bench.close();
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  const report = renderReport(rows, found, await describeMachine({ seed, seconds }));
  process.stdout.write(`\n${report}\n`);
  if (!values.quick && rows.length === rowNames.length) {
    await writeDocument(report);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  process.exitCode = 1;
});
