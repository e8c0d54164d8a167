import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildOptions } from '../../scripts/buildOptions';
import { libraryOf } from '../../scripts/bundledLibraries';
import { repositoryFolder, vsixFile } from '../../scripts/hosts/repositoryPaths';
import { runCommand } from '../../scripts/hosts/runCommand';
import { unpackExtension } from '../../scripts/hosts/unpackExtension';
import type * as http from '../../src/net/networkTransport';
import { startSandbox } from '../../src/sandbox/startSandbox';
import '../support/editorStandIn';
import { withoutProxy } from '../support/network/withoutProxy';
import { RecordingLogger } from '../support/recordingLogger';
import { secretPattern } from '../support/secretPattern';

/** The names of bundles that several others share change with their content. */
const sharedBundle = /^extension\/dist\/shared\/[A-Z0-9]{8}\.js$/;

type Http = typeof http;

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
      'extension/dist/decoding.js',
      'extension/dist/dialogs.js',
      'extension/dist/envWriting.js',
      'extension/dist/extension.js',
      'extension/dist/http.js',
      'extension/dist/launchFile.js',
      'extension/dist/paste.js',
      'extension/dist/programRefresh.js',
      'extension/dist/rows.js',
      'extension/dist/sandbox.js',
      'extension/dist/services.js',
      'extension/dist/snippets.js',
      'extension/dist/window.js',
      'extension/l10n/bundle.l10n.de.json',
      'extension/l10n/bundle.l10n.es.json',
      'extension/media/icon.png',
      'extension/media/telnyx-rooms.svg',
      'extension/media/walkthrough/clocks.svg',
      'extension/media/walkthrough/code.svg',
      'extension/media/walkthrough/fresh.svg',
      'extension/media/walkthrough/token.svg',
      'extension/package.json',
      'extension/package.nls.de.json',
      'extension/package.nls.es.json',
      'extension/package.nls.json',
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
      input.startsWith('src/') || libraries.includes(libraryOf(input) ?? '');
    const inputs = Object.keys(metafile.inputs).map(input => input.replace(/^keep-together:/, ''));
    expect(inputs.filter(input => !isKnown(input))).toEqual([]);
    for (const [library, version] of Object.entries(dependencies)) {
      expect(files['extension/dist/THIRD_PARTY_NOTICES.txt']).toContain(`${library} ${version}\n`);
    }
  });

  it('holds an HTTP client that works, with all that it loads', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'telnyx-rooms-package-'));
    const extension = await unpackExtension(vsixFile, folder);
    const load = createRequire(import.meta.url);
    const { NetworkTransport } = load(join(extension, 'dist/http.js')) as Http;
    const transport = new NetworkTransport(() => withoutProxy, new RecordingLogger());
    const sandbox = await startSandbox();
    const outcomes = [];
    for (const { id } of [sandbox.createRoom(), sandbox.createRoom()]) {
      const url = `${sandbox.baseUrl}/rooms/${id}/actions/refresh_client_token`;
      const body = JSON.stringify({ refresh_token: sandbox.issueTokens(id).refresh_token });
      const headers = { 'content-type': 'application/json' };
      const request = { method: 'POST', url, headers, body } as const;
      outcomes.push(await transport.send(request, AbortSignal.timeout(10_000)));
    }
    await transport.close();
    await sandbox.close();
    await rm(folder, { recursive: true });
    const refreshed = { ok: true, answer: { status: 201 } };
    expect(outcomes).toMatchObject([refreshed, refreshed]);
    expect(sandbox.requests).toHaveLength(2);
  });

  it('has the same bytes when it is made again', async () => {
    await runCommand('npm', ['run', '--silent', 'package'], { cwd: repositoryFolder });
    expect((await readFile(vsixFile)).equals(vsix)).toBe(true);
  });
});
