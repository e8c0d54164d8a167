import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Attempt, FailedAttempt } from '../../../src/net/attempt';
import type { NetworkSettings, TransportName } from '../../../src/net/networkSettings';
import { NetworkTransport } from '../../../src/net/networkTransport';
import { RecordingLogger } from '../../support/recordingLogger';
import { withoutProxy } from '../../support/network/withoutProxy';

const { signal: never } = new AbortController();
const request = {
  method: 'POST',
  url: 'https://api.telnyx.com/v2/rooms',
  headers: { authorization: 'Bearer KEY-secret' },
  body: '{"refresh_token":"secret"}',
} as const;
const answered: Attempt = { ok: true, answer: { status: 403, headers: {}, body: '' } };

function failed(failure: FailedAttempt['failure'], systemCode: string, unsent = true): Attempt {
  return { ok: false, failure, systemCode, unsent };
}

const notFound = failed('network', 'ENOTFOUND');
const untrusted = failed('certificate', 'SELF_SIGNED_CERT_IN_CHAIN');
const refusedByProxy: Attempt = { ok: false, failure: 'proxy', proxyStatus: 407, unsent: true };
const lost = failed('network', 'ECONNRESET', false);

describe('NetworkTransport', () => {
  let sent: TransportName[];
  let prepared: string[];
  let settings: NetworkSettings;
  let logger: RecordingLogger;

  beforeEach(() => {
    sent = [];
    prepared = [];
    logger = new RecordingLogger();
    settings = withoutProxy;
  });

  function create(outcomes: Readonly<Record<TransportName, Attempt>>, timeLimit = 15_000) {
    const transport = (name: TransportName) => ({
      send: () => {
        sent.push(name);
        return Promise.resolve(outcomes[name]);
      },
      prepare: (url: string) => void prepared.push(url),
      close: () => Promise.resolve(),
    });
    return new NetworkTransport(() => settings, logger, timeLimit, {
      undici: transport('undici'),
      vscode: transport('vscode'),
    });
  }

  it('asks once where the first transport gets an answer, whatever the answer is', async () => {
    const transport = create({ undici: answered, vscode: answered });
    expect(await transport.send(request, never)).toBe(answered);
    expect(sent).toEqual(['undici']);
  });

  it.each([
    ['network', lost],
    ['timeout', failed('timeout', 'UND_ERR_HEADERS_TIMEOUT', false)],
    ['tooLarge', failed('tooLarge', '', false)],
    ['cancelled', failed('cancelled', '', false)],
  ])('never repeats what may have been sent: %s', async (_failure, outcome) => {
    const transport = create({ undici: outcome, vscode: answered });
    expect(await transport.send(request, never)).toBe(outcome);
    expect(sent).toEqual(['undici']);
  });

  it.each([notFound, untrusted, failed('timeout', 'UND_ERR_CONNECT_TIMEOUT')])(
    'goes the other way when nothing was sent, and that way from then on: %j',
    async outcome => {
      const transport = create({ undici: outcome, vscode: answered });
      expect(await transport.send(request, never)).toBe(answered);
      expect(await transport.send(request, never)).toBe(answered);
      expect(sent).toEqual(['undici', 'vscode', 'vscode']);
    },
  );

  it('goes past a proxy that lets nobody through', async () => {
    settings = { ...settings, proxy: 'http://proxy.example:3128' };
    const transport = create({ undici: answered, vscode: refusedByProxy });
    expect(await transport.send(request, never)).toBe(answered);
    expect(await transport.send(request, never)).toBe(answered);
    expect(sent).toEqual(['vscode', 'undici', 'undici']);
  });

  it('asks again for the way when neither worked', async () => {
    const transport = create({ undici: notFound, vscode: notFound });
    await transport.send(request, never);
    await transport.send(request, never);
    expect(sent).toEqual(['undici', 'vscode', 'undici', 'vscode']);
    expect(logger.lines).toEqual([]);
  });

  it('goes back when what it remembers no longer works', async () => {
    const outcomes: Record<TransportName, Attempt> = { undici: notFound, vscode: answered };
    const transport = create(outcomes);
    await transport.send(request, never);
    Object.assign(outcomes, { undici: answered, vscode: notFound });
    expect(await transport.send(request, never)).toBe(answered);
    await transport.send(request, never);
    expect(sent).toEqual(['undici', 'vscode', 'vscode', 'undici', 'undici']);
  });

  it.each([
    ['the proxy that only VS Code knows', notFound, refusedByProxy, refusedByProxy],
    ['the certificate that undici met', untrusted, notFound, untrusted],
    ['what came first of two alike', notFound, failed('network', 'ECONNREFUSED'), notFound],
    ['what became of a request that was sent', notFound, lost, lost],
    ['what became of a request that was sent', untrusted, lost, lost],
  ])('says when both failed %s', async (_what, undici, vscode, expected) => {
    expect(await create({ undici, vscode }).send(request, never)).toBe(expected);
  });

  it('keeps to one transport when the user says so', async () => {
    for (const network of ['undici', 'vscode'] as const) {
      settings = { ...settings, network };
      await create({ undici: notFound, vscode: notFound }).send(request, never);
    }
    expect(sent).toEqual(['undici', 'vscode']);
  });

  it('says in the log which way a host is reached, once, and nothing of the request', async () => {
    const transport = create({ undici: notFound, vscode: answered });
    await transport.send(request, never);
    await transport.send(request, never);
    expect(logger.lines).toEqual([
      'info: api.telnyx.com is reached by vscode: undici failed with ENOTFOUND.',
    ]);
  });

  it('gets ready where undici goes first, and nowhere else', async () => {
    const { url } = request;
    const transport = create({ undici: notFound, vscode: answered });
    transport.prepare(url, never);
    expect(prepared).toEqual([url]);
    settings = { ...settings, proxy: 'http://proxy.example:3128' };
    transport.prepare(url, never);
    settings = { ...withoutProxy, network: 'vscode' };
    transport.prepare(url, never);
    settings = withoutProxy;
    await transport.send(request, never);
    transport.prepare(url, never);
    expect(prepared).toEqual([url]);
    expect(sent).toEqual(['undici', 'vscode']);
  });

  it('leaves no timer behind', async () => {
    vi.useFakeTimers();
    await create({ undici: answered, vscode: answered }).send(request, never);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
  });

  it('shares one time limit among the transports', async () => {
    const reasons: string[] = [];
    const slow = (_request: unknown, signal: AbortSignal) =>
      new Promise<Attempt>(resolve => {
        const giveUp = () => {
          reasons.push((signal.reason as Error).name);
          resolve(failed('timeout', 'UND_ERR_CONNECT_TIMEOUT'));
        };
        if (signal.aborted) {
          giveUp();
        }
        signal.addEventListener('abort', giveUp);
      });
    const idle = { prepare: () => undefined, close: () => Promise.resolve() };
    const transport = new NetworkTransport(() => settings, logger, 100, {
      undici: { send: slow, ...idle },
      vscode: { send: slow },
    });
    expect(await transport.send(request, never)).toMatchObject({ ok: false, failure: 'timeout' });
    expect(reasons).toEqual(['TimeoutError', 'TimeoutError']);
  });
});
