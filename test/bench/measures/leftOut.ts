import type { Measurement } from '../report/measurement';
import type { RowName } from '../report/targets';

/** What a quick run says of rows that take long. */
export function leftOut(rows: readonly RowName[]): Measurement {
  return {
    findings: rows.map(row => ({ row, value: undefined, remark: 'left out' })),
    comparisons: [],
  };
}
