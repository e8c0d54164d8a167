import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createAuthority,
  issueCertificate,
  type KeyAndCertificate,
} from '../../support/network/certificates';
import { startHttps } from '../../support/network/httpsFront';

/** Node reads `NODE_EXTRA_CA_CERTS` at its start only, so each case has a process of its own. */
const program = `
  import { FetchTransport } from './src/net/fetchTransport';
  import { UndiciTransport } from './src/net/undiciTransport';
  const [name, url] = process.argv.slice(2);
  const transport = name === 'undici' ? new UndiciTransport() : new FetchTransport();
  const request = { method: 'POST', url, headers: {}, body: '{}' };
  void transport.send(request, new AbortController().signal).then(outcome => {
    console.log(JSON.stringify(outcome));
    process.exit();
  });
`;

describe.each(['undici', 'fetch'])('A private certificate authority and %s', name => {
  let folder: string;
  let authority: KeyAndCertificate;
  let stranger: KeyAndCertificate;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'telnyx-rooms-authority-'));
    [authority, stranger] = await Promise.all([createAuthority('Ours'), createAuthority('Theirs')]);
    await writeFile(join(folder, 'authority.pem'), authority.cert);
    await build({
      stdin: { contents: program, resolveDir: process.cwd(), loader: 'ts' },
      bundle: true,
      platform: 'node',
      outfile: join(folder, 'program.js'),
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Sends to a server with a certificate, in a process that trusts the authority. */
  async function send(certificate: KeyAndCertificate) {
    const server = await startHttps(certificate, (_request, answer) => answer.end('{}'));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(folder, 'program.js'), name, `https://127.0.0.1:${server.port}/`],
      { env: { ...process.env, NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') } },
    );
    await server.close();
    return { outcome: JSON.parse(stdout) as unknown, requests: server.requests.length };
  }

  it('is trusted when NODE_EXTRA_CA_CERTS names it', async () => {
    const { outcome, requests } = await send(await issueCertificate(authority, ['127.0.0.1']));
    expect(outcome).toMatchObject({ ok: true, answer: { status: 200 } });
    expect(requests).toBe(1);
  });

  it.each([
    ['has expired', 'CERT_HAS_EXPIRED', () => authority, '127.0.0.1', true],
    ['is for another host', 'ERR_TLS_CERT_ALTNAME_INVALID', () => authority, '127.0.0.2', false],
    [
      'is from another authority',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      () => stranger,
      '127.0.0.1',
      false,
    ],
  ] as const)('sends nothing when a certificate %s', async (_name, code, issuer, host, expired) => {
    const certificate = await issueCertificate(issuer(), [host], { expired });
    expect(await send(certificate)).toEqual({
      outcome: { ok: false, failure: 'certificate', systemCode: code, unsent: true },
      requests: 0,
    });
  });
});
