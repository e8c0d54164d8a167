import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOptions } from '../../scripts/buildOptions';
import { repositoryFolder, vsixFile } from '../../scripts/hosts/repositoryPaths';
import { runCommand } from '../../scripts/hosts/runCommand';
import { secretPattern } from '../support/secretPattern';

/** The names of bundles that several others share change with their content. */
const sharedBundle = /^extension\/dist\/shared\/[A-Z0-9]{8}\.js$/;

describe('The package', () => {
  let vsix: Buffer;
  let files: Readonly<Record<string, string>>;

  beforeAll(async () => {
    vsix = await readFile(vsixFile);
    const entries = Object.entries(unzipSync(vsix));
    files = Object.fromEntries(
      entries.map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
    );
  });

  it('holds what belongs there and nothing else', () => {
    const names = Object.keys(files);
    expect(names.some(name => sharedBundle.test(name))).toBe(true);
    expect(names.filter(name => !sharedBundle.test(name)).sort()).toEqual([
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/dist/THIRD_PARTY_NOTICES.txt',
      'extension/dist/agents.js',
      'extension/dist/autoRefreshStop.js',
      'extension/dist/commands.js',
      'extension/dist/decoding.js',
      'extension/dist/envWriting.js',
      'extension/dist/extension.js',
      'extension/dist/http.js',
      'extension/dist/launch.js',
      'extension/dist/launchFile.js',
      'extension/dist/paste.js',
      'extension/dist/programRefresh.js',
      'extension/dist/sandbox.js',
      'extension/dist/snippets.js',
      'extension/dist/terminal.js',
      'extension/media/telnyx-rooms.svg',
      'extension/package.json',
      'extension/readme.md',
    ]);
  });

  it('holds no secret and no source map', () => {
    const texts = Object.values(files);
    expect(texts.flatMap(text => text.match(secretPattern) ?? [])).toEqual([]);
    expect(texts.filter(text => text.includes('sourceMappingURL'))).toEqual([]);
  });

  it('holds our own code and the libraries that it names, with their licences', async () => {
    const { dependencies } = JSON.parse(files['extension/package.json'] ?? '') as {
      dependencies: Record<string, string>;
    };
    const libraries = Object.keys(dependencies);
    const { metafile } = await build({ ...buildOptions, absWorkingDir: repositoryFolder });
    const isKnown = (input: string) =>
      input.startsWith('src/') ||
      libraries.some(library => input.startsWith(`node_modules/${library}/`));
    expect(Object.keys(metafile.inputs).filter(input => !isKnown(input))).toEqual([]);
    for (const [library, version] of Object.entries(dependencies)) {
      expect(files['extension/dist/THIRD_PARTY_NOTICES.txt']).toContain(`${library} ${version}\n`);
    }
  });

  it('has the same bytes when it is made again', async () => {
    await runCommand('npm', ['run', '--silent', 'package'], { cwd: repositoryFolder });
    expect((await readFile(vsixFile)).equals(vsix)).toBe(true);
  });
});
