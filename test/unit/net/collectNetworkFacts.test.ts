import { createServer, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { collectNetworkFacts } from '../../../src/net/diagnostics/collectNetworkFacts';
import type { NetworkSettings } from '../../../src/net/networkSettings';
import { startSandbox } from '../../../src/sandbox/startSandbox';
import {
  createAuthority,
  issueCertificate,
  type KeyAndCertificate,
} from '../../support/network/certificates';
import { startConnectProxy } from '../../support/network/connectProxy';
import { startHttps } from '../../support/network/httpsFront';
import { listen } from '../../support/network/listening';
import { withoutProxy } from '../../support/network/withoutProxy';

const { signal: never } = new AbortController();
const json = { 'content-type': 'application/json' };
/** An address that is nobody's (RFC 5737): only a proxy finds a way to it. */
const elsewhere = '192.0.2.1';
const limits = { step: 400, request: 400 };

describe('collectNetworkFacts', () => {
  let authority: KeyAndCertificate;
  let closing: (() => Promise<unknown>)[];

  beforeAll(async () => {
    authority = await createAuthority('Company');
  });
  afterEach(async () => {
    await Promise.all(closing.map(close => close()));
  });

  function collect(baseUrl: string, settings: Partial<NetworkSettings> = {}, signal = never) {
    return collectNetworkFacts(
      { baseUrl, settings: { ...withoutProxy, ...settings }, limits },
      signal,
    );
  }

  async function https(names: readonly string[]) {
    const certificate = await issueCertificate(authority, names);
    const server = await startHttps(certificate, (_request, answer) =>
      answer.writeHead(401, json).end('{}'),
    );
    closing = [server.close];
    return server;
  }

  it('reaches an API of this machine, and asks it twice without a key', async () => {
    const sandbox = await startSandbox();
    closing = [() => sandbox.close()];
    const facts = await collect(sandbox.baseUrl);
    expect(facts).toMatchObject({
      origin: new URL(sandbox.baseUrl).origin,
      route: ['undici'],
      lookup: { outcome: { ok: true } },
      connections: [{ outcome: { ok: true } }],
      transports: [{ transport: 'undici' }],
    });
    expect(facts.tls).toBeUndefined();
    expect(facts.proxy).toBeUndefined();
    const answer = { ok: true, status: 401, contentType: expect.stringMatching(/json/) as string };
    const [{ requests } = { requests: [] }] = facts.transports;
    expect(requests.map(({ outcome }) => outcome)).toMatchObject([answer, answer]);
  });

  it('names who signed a certificate that is not trusted, and sends nothing', async () => {
    const server = await https(['api.telnyx.test', '127.0.0.2']);
    const facts = await collect(`https://127.0.0.1:${server.port}/v2`);
    const code = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
    expect(facts.tls?.outcome).toMatchObject({
      ok: false,
      code,
      certificates: [{ subject: 'api.telnyx.test', issuer: 'Company' }],
    });
    for (const { requests } of facts.transports) {
      expect(requests.map(({ outcome }) => outcome)).toMatchObject([
        { ok: false, failure: 'certificate', systemCode: code },
      ]);
    }
    expect(facts.transports.map(({ transport }) => transport)).toEqual(['undici', 'vscode']);
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['lets everybody through', {}, 200],
    ['wants a name and password', { credentials: 'user:pass' }, 407],
    ['answers with a page', { page: 403 }, 403],
  ])('asks a proxy that %s, without a name and password', async (_name, behaviour, status) => {
    const server = await https([elsewhere]);
    const proxy = await startConnectProxy(() => behaviour);
    closing.push(proxy.close);
    const facts = await collect(`https://${elsewhere}:${server.port}/v2`, {
      proxy: proxy.url.replace('//', '//user:pass@'),
    });
    expect(facts.route).toEqual(['vscode', 'undici']);
    expect(facts.proxy?.connect.outcome).toEqual({ ok: true, status });
    expect(proxy.targets).toEqual([`${elsewhere}:${server.port}`]);
    expect(proxy.authorizations).toEqual([undefined]);
  });

  it('says that a name is not known', async () => {
    closing = [];
    const facts = await collect('https://api.telnyx.test/v2');
    expect(facts.lookup.outcome).toMatchObject({
      ok: false,
      code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN|no answer in time)$/) as string,
    });
  });

  it.each([
    ['http://127.0.0.1:9', 'ECONNREFUSED'],
    ['socks5://127.0.0.1:9', 'not an http or https proxy'],
    ['127.0.0.1:9', 'ECONNREFUSED'],
    ['http://[', 'not an http or https proxy'],
  ])('says of the proxy %s: %s', async (proxy, code) => {
    closing = [];
    const facts = await collect(`https://${elsewhere}/v2`, { proxy });
    expect(facts.proxy?.connect.outcome).toEqual({ ok: false, code });
  });

  it('ends in time where nothing answers, and at once when it is cancelled', async () => {
    const sockets = new Set<Socket>();
    const silent = await listen(createServer(socket => sockets.add(socket)));
    closing = [silent.close];
    const baseUrl = `https://127.0.0.1:${silent.port}/v2`;
    const late = await collect(baseUrl);
    expect(late.connections).toMatchObject([{ outcome: { ok: true } }]);
    expect(late.tls?.outcome).toMatchObject({ ok: false, code: 'no answer in time' });
    expect(late.transports.map(({ requests }) => requests[0]?.outcome)).toMatchObject([
      { failure: 'timeout' },
      { failure: 'timeout' },
    ]);

    const cancelled = await collect(baseUrl, {}, AbortSignal.abort());
    expect(cancelled.transports.map(({ requests }) => requests[0]?.outcome)).toMatchObject([
      { failure: 'cancelled' },
      { failure: 'cancelled' },
    ]);
  });
});
