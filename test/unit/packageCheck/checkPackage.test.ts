import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { repositoryFolder } from '../../../scripts/hosts/repositoryPaths';
import { checkPackage } from '../../../scripts/packageCheck/checkPackage';
import { openPackage } from '../../../scripts/packageCheck/packedExtension';

type Files = Record<string, string | Uint8Array | undefined>;

const repository = 'https://github.com/somebody/something';

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
const translated = { displayName: 'Raum-Token', description: 'Erneuert Token.', title: 'Erneuern' };

const readme = `# Room Tokens

[Security](${repository}/blob/v1.2.3/SECURITY.md#reporting), [settings](#the-settings-of-it)

![The view](${repository}/raw/v1.2.3/media/view.png)

## The settings of it

\`[not](a-link)\`

\`\`\`md
![neither](is-this.svg)
\`\`\`
`;

/** Only what stands in the first bytes of the file counts. */
function png(width: number, height: number): Uint8Array {
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

function findingsOf(changes: Files): readonly string[] {
  const entries = Object.entries({ ...goodFiles, ...changes }).flatMap(([path, content]) =>
    content === undefined ? [] : [[`extension/${path}`, Buffer.from(content)] as const],
  );
  const vsix = zipSync(Object.fromEntries(entries));
  return checkPackage(openPackage(vsix, path => repositoryFiles[path])).map(
    ({ level, where, message }) => `${level}  ${where}: ${message}`,
  );
}

function withManifest(changes: Readonly<Record<string, unknown>>): Files {
  return { 'package.json': JSON.stringify({ ...manifest, ...changes }) };
}

describe('The check of a package', () => {
  it('has nothing to say of a good one', () => {
    expect(findingsOf({})).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a name with upper case', { name: 'Rooms' }, 'error  package.json name: '],
    ['a publisher with a space', { publisher: 'Some Body' }, 'error  package.json publisher: '],
    ['a pre-release version', { version: '1.2.3-beta.1' }, 'error  package.json version: '],
    ['a version of two numbers', { version: '1.2' }, 'error  package.json version: '],
    ['any VS Code', { engines: { vscode: '*' } }, 'error  package.json engines.vscode: '],
    [
      'an older VS Code than its types',
      { engines: { vscode: '^1.104.0' } },
      'error  package.json engines.vscode: ',
    ],
    [
      'an activation for all',
      { activationEvents: ['*'] },
      'error  package.json activationEvents: ',
    ],
    [
      'a derived activation',
      { activationEvents: ['onCommand:rooms.refresh'] },
      'warning  package.json activationEvents: Remove onCommand:rooms.refresh',
    ],
    [
      'a proposed API',
      { enabledApiProposals: ['chat'] },
      'error  package.json enabledApiProposals: ',
    ],
    [
      'an unknown extension kind',
      { extensionKind: ['web'] },
      'error  package.json extensionKind: ',
    ],
    ['nothing to activate', { main: undefined }, 'error  package.json main: '],
    [
      'a file to activate that is not there',
      { main: './dist/main.js' },
      'error  dist/main.js: Package it',
    ],
    ['no name to show', { displayName: '' }, 'error  package.json displayName: '],
    [
      'a hidden character',
      { displayName: 'Room\u200BTokens' },
      'error  package.json displayName: ',
    ],
    [
      'a long description',
      { description: 'x'.repeat(2_049) },
      'error  package.json description: Shorten',
    ],
    ['no licence', { license: undefined }, 'error  package.json license: '],
    ['no repository', { repository: undefined }, 'error  package.json repository: '],
    [
      'a repository without https',
      { repository: { url: 'git@github.com:a/b.git' } },
      'error  package.json repository: ',
    ],
    ['no place for bugs', { bugs: undefined }, 'error  package.json bugs: '],
    ['no price', { pricing: 'Paid' }, 'error  package.json pricing: '],
    [
      'an unknown category',
      { categories: ['Tokens'] },
      'error  package.json categories: Replace "Tokens"',
    ],
    ['no category', { categories: [] }, 'error  package.json categories: '],
    [
      '31 keywords',
      { keywords: Array.from({ length: 31 }, (_, index) => `k${index}`) },
      'error  package.json keywords: ',
    ],
    [
      'a keyword twice',
      { keywords: ['video', 'Video'] },
      'warning  package.json keywords: Name "video" once',
    ],
    [
      'a color by its name',
      { galleryBanner: { color: 'teal', theme: 'dark' } },
      'error  package.json galleryBanner.color: ',
    ],
    [
      'a theme of its own',
      { galleryBanner: { color: '#123456', theme: 'blue' } },
      'error  package.json galleryBanner.theme: ',
    ],
    [
      'an SVG for a badge',
      { badges: [{ url: 'https://example.com/badge.svg' }] },
      'error  package.json badges: ',
    ],
    [
      'a badge over http',
      { badges: [{ url: 'http://example.com/badge.png' }] },
      'error  package.json badges: ',
    ],
    ['no icon', { icon: undefined }, 'error  package.json icon: Name a PNG'],
    [
      'an icon that is not there',
      { icon: 'media/other.png' },
      'error  media/other.png: Package it',
    ],
    [
      'an SVG for an icon',
      { icon: 'media/rooms.svg' },
      'error  package.json icon: Make it a square PNG',
    ],
    [
      'a text that is not there',
      { displayName: '%name%' },
      'error  package.nls.json: Add a text for "name"',
    ],
    [
      'a text that is not used',
      { description: 'Refreshes tokens.' },
      'warning  package.nls.json: Remove "description"',
    ],
  ])('finds %s in the manifest', (_fault, changes, finding) => {
    expect(findingsOf(withManifest(changes))).toContainEqual(expect.stringContaining(finding));
  });

  it.each<[string, Files, string]>([
    [
      'a small icon',
      { 'media/icon.png': png(64, 64) },
      'error  package.json icon: Make it a square PNG',
    ],
    [
      'an icon that is not square',
      { 'media/icon.png': png(256, 128) },
      'error  package.json icon: Make it a square PNG',
    ],
    [
      'a missing translation',
      { 'package.nls.de.json': JSON.stringify({ ...translated, title: '' }) },
      'error  package.nls.de.json: Translate "title"',
    ],
    [
      'a translation of nothing',
      { 'package.nls.de.json': JSON.stringify({ ...translated, old: 'x' }) },
      'error  package.nls.de.json: Remove "old"',
    ],
    [
      'a language without texts of the code',
      { 'l10n/bundle.l10n.de.json': undefined },
      'error  l10n/bundle.l10n.de.json: Package it',
    ],
    ['no README', { 'readme.md': undefined }, 'error  readme.md: Write it'],
    ['no changelog', { 'changelog.md': undefined }, 'error  changelog.md: Write it'],
    ['no licence', { 'LICENSE.txt': undefined }, 'error  LICENSE: Package it'],
    [
      'an image over http',
      { 'readme.md': '![x](http://example.com/x.png)' },
      'error  readme.md: Give the image',
    ],
    [
      'a relative image',
      { 'readme.md': '![x](media/x.png)' },
      'error  readme.md: Give the image media/x.png',
    ],
    [
      'a relative image in HTML',
      { 'readme.md': '<img alt="x" src="media/x.png">' },
      'error  readme.md: Give the image media/x.png',
    ],
    [
      'an image as data',
      { 'readme.md': '![x](data:image/svg+xml;base64,AAAA)' },
      'error  readme.md: Give the image',
    ],
    [
      'an SVG image',
      { 'changelog.md': '![x](https://example.com/x.svg)' },
      'error  changelog.md: Replace https://example.com/x.svg',
    ],
    [
      'an SVG in the text',
      { 'readme.md': '<svg viewBox="0 0 1 1"></svg>' },
      'error  readme.md: Replace the SVG',
    ],
    [
      'an image that the repository lacks',
      { 'readme.md': `![x](${repository}/raw/v1.2.3/media/gone.png)` },
      'the repository has no media/gone.png',
    ],
    [
      'a page that the repository lacks',
      { 'readme.md': `[x](${repository}/blob/v1.2.3/docs/gone.md)` },
      'the repository has no docs/gone.md',
    ],
    [
      'a relative link',
      { 'readme.md': '[x](docs/x.md)' },
      'error  readme.md: Mend the link docs/x.md: only https',
    ],
    [
      'a link to a command',
      { 'readme.md': '[x](command:rooms.refresh)' },
      'error  readme.md: Mend the link command:rooms.refresh',
    ],
    [
      'a link to no heading of its own',
      { 'readme.md': '# One\n\n[x](#two)' },
      'no heading of readme.md is called so',
    ],
    [
      'a link to no heading of a page',
      { 'readme.md': `[x](${repository}/blob/v1.2.3/SECURITY.md#gone)` },
      'no heading of SECURITY.md is called so',
    ],
    [
      'a source map',
      { 'dist/extension.js.map': '{}' },
      'error  dist/extension.js.map: Leave it out',
    ],
    [
      'a link to a source map',
      { 'dist/extension.js': '//# sourceMappingURL=x' },
      'error  dist/extension.js: Build it with --production',
    ],
    ['source code', { 'src/extension.ts': '' }, 'error  src/extension.ts: Leave it out'],
    ['a test', { 'test/extension.js': '' }, 'error  test/extension.js: Leave it out'],
    [
      'a library',
      { 'node_modules/x/index.js': '' },
      'error  node_modules/x/index.js: Leave it out',
    ],
    [
      'a .env file',
      { '.env.local': '' },
      'error  .env.local: Leave it out by .vscodeignore: such files hold secrets',
    ],
    [
      'a workflow',
      { '.github/workflows/ci.yml': '' },
      'error  .github/workflows/ci.yml: Leave it out',
    ],
    ['a key file', { 'server.pem': '' }, 'error  server.pem: Leave it out'],
    ['the lock file', { 'package-lock.json': '' }, 'error  package-lock.json: Leave it out'],
    [
      'a signed token',
      { 'dist/extension.js': `"eyJ${'a'.repeat(10)}.eyJ${'b'.repeat(10)}.${'c'.repeat(10)}"` },
      'error  dist/extension.js: Take a signed token out',
    ],
    [
      'an API key',
      { 'dist/extension.js': `KEY${'0'.repeat(32)}_${'a'.repeat(22)}` },
      'error  dist/extension.js: Take a Telnyx API key out',
    ],
    [
      'a private key',
      { 'dist/x.txt': `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}` },
      'error  dist/x.txt: Take a private key out',
    ],
    [
      'a GitHub token',
      { 'dist/x.txt': `ghp_${'a'.repeat(36)}` },
      'error  dist/x.txt: Take a GitHub token out',
    ],
    [
      'an npm token',
      { 'dist/x.txt': `npm_${'a'.repeat(36)}` },
      'error  dist/x.txt: Take an npm token out',
    ],
    [
      'a folder of this machine',
      { 'dist/extension.js': `"${repositoryFolder}/x"` },
      'error  dist/extension.js: Build it without absolute paths',
    ],
    [
      'names that differ in case',
      { 'media/Icon.png': png(256, 256) },
      'error  media/Icon.png: Rename it',
    ],
    [
      'an icon of a view that is not there',
      { 'media/rooms.svg': undefined },
      'error  media/rooms.svg: Package it',
    ],
    ['too much', { 'dist/x.bin': randomBytes(1_100_000) }, 'error  the package: Make it smaller'],
  ])('finds %s', (_fault, changes, finding) => {
    expect(findingsOf(changes)).toContainEqual(expect.stringContaining(finding));
  });

  it.each([
    'https://img.shields.io/badge/x.svg',
    `${repository}/actions/workflows/ci.yml/badge.svg`,
  ])('lets the SVG of a trusted badge pass: %s', badge => {
    expect(findingsOf({ 'readme.md': `![x](${badge})` })).toEqual([]);
  });

  it('takes no file for a package that is none', () => {
    expect(() => openPackage(Buffer.from('no zip'), () => undefined)).toThrow();
    expect(() => openPackage(zipSync({}), () => undefined)).toThrow('npm run package');
  });
});
