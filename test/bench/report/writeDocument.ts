import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { repositoryFolder } from '../../../scripts/hosts/repositoryPaths';

const document = join(repositoryFolder, 'docs', 'performance.md');

/** Between these the document holds the report of the last full run. */
const markers = ['<!-- bench: begin -->', '<!-- bench: end -->'] as const;

/** Puts a report into docs/performance.md, in the place of the one before. */
export async function writeDocument(report: string): Promise<void> {
  const text = await readFile(document, 'utf8');
  const [before, rest] = text.split(markers[0]);
  const after = rest?.split(markers[1])[1];
  if (before === undefined || after === undefined) {
    throw new Error(`${document} has lost the markers of the report.`);
  }
  const written = `${before}${markers[0]}\n\n${report}\n\n${markers[1]}${after}`;
  const style = await resolveConfig(document);
  await writeFile(document, await format(written, { ...style, parser: 'markdown' }));
}
