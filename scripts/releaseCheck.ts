// npm run release:check -- TAG [--notes FILE]
//
// Fails where the tag, package.json, package-lock.json and CHANGELOG.md do not agree on a version.
// Writes what the changelog says of it to a file.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repositoryFolder } from './hosts/repositoryPaths';
import { changelogSection } from './release/changelogSection';
import { releaseFaults, type ReleaseFiles } from './release/releaseFaults';

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { notes: { type: 'string' } },
  });
  const [tag = ''] = positionals;
  const [manifest = '', lock = '', changelog = ''] = await Promise.all(
    ['package.json', 'package-lock.json', 'CHANGELOG.md'].map(file =>
      readFile(join(repositoryFolder, file), 'utf8'),
    ),
  );
  const files = {
    manifest: JSON.parse(manifest) as ReleaseFiles['manifest'],
    lock: JSON.parse(lock) as ReleaseFiles['lock'],
    changelog,
  };
  const faults = releaseFaults(tag, files);
  faults.forEach(fault => console.error(fault));
  const section = changelogSection(changelog, files.manifest.version);
  if (values.notes !== undefined && section) {
    await writeFile(values.notes, `${section.text}\n`);
  }
  process.exitCode = faults.length > 0 ? 1 : 0;
}

void main();
