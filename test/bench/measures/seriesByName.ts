import type { Series } from '../report/measurement';

/** Samples of variants, collected one by one; they stay in the order of the names. */
export class SeriesByName {
  private readonly values: ReadonlyMap<string, number[]>;

  constructor(names: readonly string[]) {
    this.values = new Map(names.map(name => [name, []]));
  }

  add(name: string, ...values: readonly number[]): void {
    this.of(name).push(...values);
  }

  /** The samples of a variant so far. */
  of(name: string): number[] {
    const values = this.values.get(name);
    if (values === undefined) {
      throw new Error(`There is no variant "${name}".`);
    }
    return values;
  }

  all(): Series[] {
    return [...this.values].map(([name, values]) => ({ name, values }));
  }
}
