// npm run docs [-- --check]
//
// Writes the parts of documents that are made of the manifest. With --check nothing is written, and a
// part that is out of date fails it.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generatedDocuments } from './docs/generatedParts';
import { repositoryFolder } from './hosts/repositoryPaths';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const stale = (await generatedDocuments()).filter(({ text, wanted }) => text !== wanted);
  for (const { file, wanted } of stale) {
    if (values.check) {
      console.error(`${file} does not say what package.json says. Run: npm run docs`);
      process.exitCode = 1;
    } else {
      await writeFile(join(repositoryFolder, file), wanted);
      console.log(`Wrote ${file}.`);
    }
  }
}

void main();
