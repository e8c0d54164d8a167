import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetch, ProxyAgent } from 'undici';
import { FetchTransport } from '../../../src/net/fetchTransport';
import type { NetworkSettings } from '../../../src/net/networkSettings';
import { NetworkTransport } from '../../../src/net/networkTransport';
import { UndiciTransport } from '../../../src/net/undiciTransport';
import { RecordingLogger } from '../../support/recordingLogger';
import {
  createAuthority,
  issueCertificate,
  type KeyAndCertificate,
} from '../../support/network/certificates';
import {
  startConnectProxy,
  type ConnectProxy,
  type ProxyBehaviour,
} from '../../support/network/connectProxy';
import { startHttps, type HttpsFront } from '../../support/network/httpsFront';

const { signal: never } = new AbortController();
/** Only the proxy knows it. */
const host = 'api.telnyx.test';
const cause = expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) as string;

describe('Behind a proxy', () => {
  let authority: KeyAndCertificate;
  let certificate: KeyAndCertificate;
  let server: HttpsFront;
  let proxy: ConnectProxy;
  let behaviour: ProxyBehaviour;
  let undici: UndiciTransport;
  let agents: ProxyAgent[];

  beforeAll(async () => {
    authority = await createAuthority('Company');
    certificate = await issueCertificate(authority, [host]);
  });
  beforeEach(async () => {
    behaviour = {};
    agents = [];
    undici = new UndiciTransport();
    server = await startHttps(certificate, (_request, answer) => answer.writeHead(201).end('{}'));
    proxy = await startConnectProxy(() => behaviour);
  });
  afterEach(async () => {
    await Promise.all(agents.map(agent => agent.destroy()));
    await Promise.all([undici.close(), server.close(), proxy.close()]);
  });

  /** What VS Code makes of `fetch`: it goes through a proxy agent that trusts the system's authorities. */
  function vscode(proxyUrl: string): FetchTransport {
    const agent = new ProxyAgent({ uri: proxyUrl, requestTls: { ca: authority.cert } });
    agents.push(agent);
    const patched = (url: string, init: object) => fetch(url, { ...init, dispatcher: agent });
    return new FetchTransport(undefined, patched);
  }

  function post(settings: Partial<NetworkSettings> = {}, proxyUrl = proxy.url) {
    const whole: NetworkSettings = {
      network: 'auto',
      proxy: proxy.url,
      noProxy: [],
      proxySupport: 'override',
      environment: {},
      ...settings,
    };
    const transport = new NetworkTransport(() => whole, new RecordingLogger(), 15_000, {
      undici,
      vscode: vscode(proxyUrl),
    });
    const url = `https://${host}:${server.port}/v2/rooms`;
    return transport.send({ method: 'POST', url, headers: {}, body: '{"token":"secret"}' }, never);
  }

  it('a request goes through it, once', async () => {
    expect(await post()).toMatchObject({ ok: true, answer: { status: 201 } });
    expect(proxy.targets).toEqual([`${host}:${server.port}`]);
    expect(server.requests).toEqual(['POST /v2/rooms']);
  });

  it('a request that undici could not send goes through it, once', async () => {
    expect(await post({ proxy: '' })).toMatchObject({ ok: true, answer: { status: 201 } });
    expect(proxy.targets).toHaveLength(1);
    expect(server.requests).toEqual(['POST /v2/rooms']);
  });

  it('undici alone finds no way', async () => {
    expect(await post({ network: 'undici' })).toMatchObject({
      failure: 'network',
      systemCode: cause,
    });
    expect(proxy.targets).toEqual([]);
  });

  it('that wants a name and password, those of its URL are sent', async () => {
    behaviour = { credentials: 'user:pass' };
    const proxyUrl = proxy.url.replace('//', '//user:pass@');
    expect(await post({}, proxyUrl)).toMatchObject({ ok: true });
    expect(proxy.authorizations).toEqual([`Basic ${btoa('user:pass')}`]);
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, ProxyBehaviour, number]>([
    ['wants a name and password', { credentials: 'user:pass' }, 407],
    ['answers with a page', { page: 403 }, 403],
    ['answers with a page to sign in', { page: 511 }, 511],
  ])('that %s, nothing reaches the server, and the status is known', async (_name, how, status) => {
    behaviour = how;
    for (const settings of [{}, { proxy: '' }, { network: 'vscode' } as const]) {
      const outcome = await post(settings);
      expect(outcome).toMatchObject({ ok: false, failure: 'proxy', proxyStatus: status });
    }
    expect(server.connections()).toBe(0);
  });

  it('that nobody listens at, the cause is that', async () => {
    const outcome = await post({}, 'http://127.0.0.1:9');
    expect(outcome).toMatchObject({ ok: false, failure: 'network', systemCode: 'ECONNREFUSED' });
  });

  it('that answers in the name of the server, nothing is sent', async () => {
    await server.close();
    const forged = await issueCertificate(await createAuthority('Somebody'), [host]);
    server = await startHttps(forged, (_request, answer) => answer.end('{}'));
    expect(await post()).toMatchObject({ ok: false, failure: 'certificate' });
    expect([server.connections(), server.requests]).toEqual([1, []]);
  });

  it('a request whose answer is lost is not sent again', async () => {
    await server.close();
    server = await startHttps(certificate, request => request.socket.destroy());
    for (const settings of [{}, { proxy: '' }]) {
      expect(await post(settings)).toMatchObject({ ok: false, failure: 'network' });
    }
    expect(server.requests).toEqual(['POST /v2/rooms', 'POST /v2/rooms']);
  });
});
