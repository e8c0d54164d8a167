// npm run l10n
//
// Collects the texts of the source for translators in l10n/bundle.l10n.json, and says what the
// translations lack and what they hold in vain. Exits with 1 where there is something to do.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { repositoryFolder } from './hosts/repositoryPaths';
import { bundleFile, englishBundle, languages } from './l10n/bundle';
import { translationFaults } from './l10n/translationFaults';

async function main(): Promise<void> {
  const english = englishBundle();
  const path = join(repositoryFolder, bundleFile());
  await mkdir(dirname(path), { recursive: true });
  const options = { ...(await resolveConfig(path)), filepath: path };
  await writeFile(path, await format(JSON.stringify(english), options));
  console.log(`${bundleFile()}: ${Object.keys(english).length} texts`);
  const faults = languages.flatMap(language => translationFaults(language));
  faults.forEach(fault => console.log(fault));
  process.exitCode = faults.length > 0 ? 1 : 0;
}

void main();
