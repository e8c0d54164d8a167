import { env } from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FetchTransport } from '../../../src/net/fetchTransport';
import { UndiciTransport } from '../../../src/net/undiciTransport';
import {
  createAuthority,
  issueCertificate,
  type KeyAndCertificate,
} from '../../support/network/certificates';
import { startHttps, type HttpsFront } from '../../support/network/httpsFront';

const { signal: never } = new AbortController();
const limits = { connect: 500, answer: 1000 };
const undici = new UndiciTransport(limits);
const transports = [
  ['UndiciTransport', undici],
  ['FetchTransport', new FetchTransport(limits)],
] as const;

const switchOff = 'NODE_TLS_REJECT_UNAUTHORIZED';

function post(port: number) {
  const url = `https://127.0.0.1:${port}/v2/rooms`;
  return { method: 'POST', url, headers: {}, body: '{"refresh_token":"secret"}' } as const;
}

afterAll(() => undici.close());

describe('A server whose certificate is not to be trusted', () => {
  let authority: KeyAndCertificate;
  let server: HttpsFront;
  const start = async (...certificate: Parameters<typeof issueCertificate>) => {
    const issued = await issueCertificate(...certificate);
    server = await startHttps(issued, (_request, answer) => answer.end('{}'));
  };

  beforeAll(async () => {
    authority = await createAuthority('Nobody');
  });
  afterEach(async () => {
    Reflect.deleteProperty(env, switchOff);
    await server.close();
  });

  describe.each(transports)('%s', (_name, transport) => {
    it('gets nothing when nobody vouches for it', async () => {
      await start(authority, ['127.0.0.1']);
      expect(await transport.send(post(server.port), never)).toEqual({
        ok: false,
        failure: 'certificate',
        systemCode: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        unsent: true,
      });
      expect([server.connections(), server.requests]).toEqual([1, []]);
    });

    it('gets nothing when the environment tells Node to trust anybody', async () => {
      env[switchOff] = '0';
      await start(authority, ['127.0.0.1']);
      const outcome = await transport.send(post(server.port), never);
      expect(outcome).toMatchObject({ ok: false, failure: 'certificate', unsent: true });
      expect(server.requests).toEqual([]);
    });
  });

  it('would get everything from fetch, were it asked in such an environment', async () => {
    env[switchOff] = '0';
    await start(authority, ['127.0.0.1']);
    const { url, ...init } = post(server.port);
    expect((await fetch(url, init)).status).toBe(200);
    expect(server.requests).toEqual(['POST /v2/rooms']);
  });
});
