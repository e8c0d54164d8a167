/** Cells of one row, in Markdown. */
export type TableRow = readonly string[];

/**
 * A Markdown table without padding: padded columns would make each row as long as the longest one, in
 * a file that is packaged. Prettier, which pads, is told to leave it.
 */
export function markdownTable(head: TableRow, rows: readonly TableRow[]): string {
  const line = (cells: TableRow) => `| ${cells.map(escaped).join(' | ')} |`;
  const lines = [line(head), line(head.map(() => '---')), ...rows.map(line)];
  return ['<!-- prettier-ignore -->', ...lines].join('\n');
}

/** A bar ends a cell, also inside of code. */
function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
