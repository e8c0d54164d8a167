import { error, warning, type Finding } from './finding';
import type { PackedExtension } from './packedExtension';

const identifier = /^[a-z0-9][a-z0-9-]*$/;
const largestNumber = 2_147_483_647;
const extensionKinds = ['ui', 'workspace'];

/** What the extension is called, which version it is, and what VS Code runs it in and when. */
export function identityFindings(extension: PackedExtension): readonly Finding[] {
  return [
    ...nameFindings(extension),
    ...versionFindings(extension),
    ...engineFindings(extension),
    ...activationFindings(extension),
  ];
}

function nameFindings({ manifest }: PackedExtension): readonly Finding[] {
  return (['name', 'publisher'] as const)
    .filter(field => !identifier.test(manifest[field] ?? ''))
    .map(field =>
      error(
        `package.json ${field}`,
        'Use lower-case letters, digits and hyphens, such as my-name.',
      ),
    );
}

function versionFindings({ manifest: { version = '' } }: PackedExtension): readonly Finding[] {
  const numbers = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number);
  return numbers?.every(number => number <= largestNumber)
    ? []
    : [
        error(
          'package.json version',
          `Write three numbers such as 1.2.3: the Marketplace takes no "${version}".`,
        ),
      ];
}

function engineFindings({ manifest }: PackedExtension): readonly Finding[] {
  const where = 'package.json engines.vscode';
  const engine = /^\^(\d+)\.(\d+)\.\d+$/.exec(manifest.engines?.vscode ?? '');
  const types = /^(\d+)\.(\d+)\./.exec(manifest.devDependencies?.['@types/vscode'] ?? '');
  if (!engine) {
    return [error(where, 'Name the oldest VS Code that it runs in, such as ^1.105.0.')];
  }
  const [floor, typed] = [engine, types].map(
    match => Number(match?.[1]) * 1e6 + Number(match?.[2]),
  );
  return floor === typed
    ? []
    : [error(where, `Let @types/vscode be of the same version: it would type what is not there.`)];
}

function activationFindings({ manifest }: PackedExtension): readonly Finding[] {
  const { activationEvents: events = [], contributes, enabledApiProposals = [], main } = manifest;
  const where = 'package.json activationEvents';
  const implied = (contributes?.commands ?? []).map(({ command }) => `onCommand:${command}`);
  const { extensionKind: kinds } = manifest;
  return [
    ...(events.includes('*')
      ? [error(where, 'Name what it has to run for: "*" slows down every start of VS Code.')]
      : []),
    ...events
      .filter(event => implied.includes(event))
      .map(event => warning(where, `Remove ${event}: VS Code derives it from the command.`)),
    ...(main === undefined ? [error('package.json main', 'Name the file that is activated.')] : []),
    ...(enabledApiProposals.length > 0
      ? [error('package.json enabledApiProposals', 'Remove it: the Marketplace takes none.')]
      : []),
    ...(Array.isArray(kinds) && kinds.every(kind => extensionKinds.includes(kind as string))
      ? []
      : [error('package.json extensionKind', 'Make it a list of "ui" and "workspace".')]),
  ];
}
