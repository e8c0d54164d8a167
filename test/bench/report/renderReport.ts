import type { Comparison, Finding, Measurement, Series } from './measurement';
import { median, quantile } from './statistics';
import { targets, type RowName, type Target } from './targets';

/** The report of a run as Markdown: the table of targets, then what its figures come from. */
export function renderReport(
  rows: readonly RowName[],
  measurements: readonly Measurement[],
  circumstances: readonly string[],
): string {
  const findings = measurements.flatMap(each => each.findings);
  const comparisons = measurements.flatMap(each => each.comparisons);
  return [
    ...circumstances.map(line => `- ${line}`),
    '',
    '| What | Must reach | Measured | |',
    '| --- | --- | --- | --- |',
    ...rows.map(row =>
      targetRow(
        targets[row],
        findings.find(finding => finding.row === row),
      ),
    ),
    ...comparisons.flatMap(renderComparison),
  ].join('\n');
}

function targetRow(target: Target, finding: Finding | undefined): string {
  const { what, unit, atMost, atLeast } = target;
  const bound = atMost === undefined ? `≥ ${atLeast ?? 0}` : `≤ ${atMost}`;
  const value = finding?.value;
  const measured = value === undefined ? 'not measured' : `${significant(value)} ${unit}`;
  const remark = finding?.remark === undefined ? '' : ` (${finding.remark})`;
  return `| ${what} | ${bound} ${unit} | ${measured}${remark} | ${standing(target, value)} |`;
}

function standing({ atMost = Infinity, atLeast = -Infinity }: Target, value?: number): string {
  if (value === undefined) {
    return '';
  }
  return value <= atMost && value >= atLeast ? 'reached' : 'not reached';
}

function renderComparison({ title, unit, series }: Comparison): string[] {
  const measured = series.filter(({ values }) => values.length > 0);
  const [reference] = measured;
  return [
    '',
    `### ${title}`,
    '',
    `| Variant | Median (${unit}) | Quartiles | n | To ${reference?.name ?? 'the first'} |`,
    '| --- | --- | --- | --- | --- |',
    ...measured.map(each => seriesRow(each, reference ?? each)),
  ];
}

function seriesRow({ name, values }: Series, reference: Series): string {
  const quartiles = [0.25, 0.75].map(share => significant(quantile(values, share))).join(' to ');
  const ratio = significant(median(values) / median(reference.values));
  return `| ${name} | ${significant(median(values))} | ${quartiles} | ${values.length} | ${ratio} |`;
}

/** Three significant digits, without a power of ten. */
function significant(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '–';
}
