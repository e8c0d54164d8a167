import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { UndiciTransport } from '../../../src/net/undiciTransport';
import { listen, type Listening } from '../../support/network/listening';

const { signal: never } = new AbortController();
const undici = new UndiciTransport({ connect: 500, answer: 1000 });

function post(port: number) {
  const url = `https://127.0.0.1:${port}/v2/rooms`;
  return { method: 'POST', url, headers: {}, body: '{"refresh_token":"secret"}' } as const;
}

describe('A connection that does not come about', () => {
  let server: Listening;
  afterEach(() => server.close());
  afterAll(() => undici.close());

  it('is given up after its time limit, before anything is sent', async () => {
    server = await listen(createServer());
    const outcome = await undici.send(post(server.port), AbortSignal.timeout(5000));
    expect(outcome).toEqual({
      ok: false,
      failure: 'timeout',
      systemCode: 'UND_ERR_CONNECT_TIMEOUT',
      unsent: true,
    });
  });

  it('is left at once when the call is cancelled', async () => {
    const patient = new UndiciTransport({ connect: 60_000, answer: 1000 });
    const raw = createServer();
    server = await listen(raw);
    const cancel = new AbortController();
    const sending = patient.send(post(server.port), cancel.signal);
    await once(raw, 'connection');
    cancel.abort();
    expect(await sending).toEqual({ ok: false, failure: 'cancelled', unsent: false });
  });

  it.each([
    ['reset', 'ECONNRESET'],
    ['answered in clear text', 'ERR_SSL_\\w+|EPROTO'],
  ])('is known to have carried nothing when its start is %s', async (how, code) => {
    const raw = createServer(socket => {
      socket.once('data', () =>
        how === 'reset'
          ? socket.resetAndDestroy()
          : socket.end('HTTP/1.1 403 Forbidden\r\n\r\n<html>'),
      );
    });
    server = await listen(raw);
    const outcome = await undici.send(post(server.port), never);
    expect(outcome).toMatchObject({ ok: false, failure: 'network', unsent: true });
    expect(outcome).toHaveProperty('systemCode', expect.stringMatching(`^(${code})$`));
  });
});
