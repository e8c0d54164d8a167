// npm run package:check [-- FILE.vsix]
//
// Says what the marketplaces would refuse or warn about in the package, one line each, and fails where
// there is an error. Needs `npm run package` before.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder, vsixFile } from './hosts/repositoryPaths';
import { checkPackage } from './packageCheck/checkPackage';
import { openPackage } from './packageCheck/packedExtension';

function repositoryFile(path: string): string | undefined {
  const file = join(repositoryFolder, path);
  if (!existsSync(file)) {
    return undefined;
  }
  return statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
}

function main(): void {
  const file = process.argv[2] ?? vsixFile;
  const findings = checkPackage(openPackage(readFileSync(file), repositoryFile));
  for (const { level, where, message } of findings) {
    console.log(`${level}  ${where}: ${message}`);
  }
  const errors = findings.filter(({ level }) => level === 'error').length;
  console.log(`${file}: ${errors} errors, ${findings.length - errors} warnings`);
  process.exitCode = errors > 0 ? 1 : 0;
}

main();
