import { zipSync } from 'fflate';
import { checkPackage } from '../../../scripts/packageCheck/checkPackage';
import { openPackage } from '../../../scripts/packageCheck/packedExtension';

/** The files of a package by their paths; undefined takes one out. */
export type Files = Record<string, string | Uint8Array | undefined>;

/** Where the good package says that its code is. */
export const repository = 'https://github.com/somebody/something';

const manifest = {
  name: 'room-tokens',
  publisher: 'somebody',
  version: '1.2.3',
  displayName: '%displayName%',
  description: '%description%',
  license: 'MIT',
  icon: 'media/icon.png',
  main: './dist/extension.js',
  l10n: './l10n',
  homepage: `${repository}#readme`,
  pricing: 'Free',
  qna: `${repository}/issues`,
  repository: { type: 'git', url: repository },
  bugs: { url: `${repository}/issues` },
  engines: { vscode: '^1.105.0' },
  extensionKind: ['ui', 'workspace'],
  galleryBanner: { color: '#123456', theme: 'dark' },
  categories: ['Testing', 'Other'],
  keywords: ['video', 'token'],
  activationEvents: ['onStartupFinished'],
  devDependencies: { '@types/vscode': '1.105.0' },
  contributes: {
    commands: [{ command: 'rooms.refresh', title: '%title%', icon: '$(refresh)' }],
    viewsContainers: { activitybar: [{ id: 'rooms', icon: 'media/rooms.svg' }] },
  },
};

const texts = { displayName: 'Room Tokens', description: 'Refreshes tokens.', title: 'Refresh' };

/** The texts of the good package's manifest in another language. */
export const translated = {
  displayName: 'Raum-Token',
  description: 'Erneuert Token.',
  title: 'Erneuern',
};

const readme = `# Room Tokens

[Security](${repository}/blob/v1.2.3/SECURITY.md#reporting), [settings](#the-settings-of-it)

![The view](${repository}/raw/v1.2.3/media/view.png)

## The settings of it

\`[not](a-link)\`

\`\`\`md
![neither](is-this.svg)
\`\`\`
`;

/**
 * A PNG of this size as far as checks read it: only what stands in the first bytes of the file counts.
 */
export function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

const goodFiles: Files = {
  'package.json': JSON.stringify(manifest),
  'package.nls.json': JSON.stringify(texts),
  'package.nls.de.json': JSON.stringify(translated),
  'l10n/bundle.l10n.de.json': '{}',
  'readme.md': readme,
  'changelog.md': '# Changelog\n',
  'LICENSE.txt': 'MIT',
  'dist/extension.js': 'exports.activate = () => {};',
  'media/icon.png': png(256, 256),
  'media/rooms.svg': '<svg/>',
};

const repositoryFiles: Readonly<Record<string, string>> = {
  'SECURITY.md': '# Security\n\n## Reporting\n',
  'media/view.png': '',
};

/** What the check finds in the good package after these changes to it, a line each. */
export function findingsOf(changes: Files): readonly string[] {
  const entries = Object.entries({ ...goodFiles, ...changes }).flatMap(([path, content]) =>
    content === undefined ? [] : [[`extension/${path}`, Buffer.from(content)] as const],
  );
  const vsix = zipSync(Object.fromEntries(entries));
  return checkPackage(openPackage(vsix, path => repositoryFiles[path])).map(
    ({ level, where, message }) => `${level}  ${where}: ${message}`,
  );
}

/** Changes to the fields of the good package's manifest; undefined takes one out. */
export function withManifest(changes: Readonly<Record<string, unknown>>): Files {
  return { 'package.json': JSON.stringify({ ...manifest, ...changes }) };
}
