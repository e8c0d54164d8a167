import { randomBytes } from 'node:crypto';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { repositoryFolder } from '../../../scripts/hosts/repositoryPaths';
import { openPackage } from '../../../scripts/packageCheck/packedExtension';
import { findingsOf, png, type Files } from './goodPackage';

describe('The check of a package', () => {
  it('has nothing to say of a good one', () => {
    expect(findingsOf({})).toEqual([]);
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
    ['no licence', { 'LICENSE.txt': undefined }, 'error  LICENSE: Package it'],
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

  it('takes no file for a package that is none', () => {
    expect(() => openPackage(Buffer.from('no zip'), () => undefined)).toThrow();
    expect(() => openPackage(zipSync({}), () => undefined)).toThrow('npm run package');
  });
});
