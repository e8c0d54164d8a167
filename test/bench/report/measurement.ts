import type { RowName } from './targets';

/** Samples of one variant. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** Variants that were measured against one another. */
export interface Comparison {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly Series[];
}

/** The value of a row of the table; undefined, with the reason, where there is none. */
export interface Finding {
  readonly row: RowName;
  readonly value: number | undefined;
  readonly remark?: string;
}

/** What one part of the bench found. */
export interface Measurement {
  readonly findings: readonly Finding[];
  readonly comparisons: readonly Comparison[];
}
