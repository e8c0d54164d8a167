import type { Bench } from '../openBench';
import type { Measurement } from '../report/measurement';
import type { RowName } from '../report/targets';

/** A part of the bench. */
export interface Measure {
  readonly title: string;
  /** The rows that it gives a value, or a reason for none. */
  readonly rows: readonly RowName[];
  run(bench: Bench): Promise<Measurement>;
}
