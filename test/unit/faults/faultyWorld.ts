import { onTestFinished } from 'vitest';
import type { HttpTransport } from '../../../src/core/api/httpTransport';
import { composeCore } from '../../support/composeCore';
import { roomKey } from '../../../src/core/rooms/roomIdentity';
import { NetworkTransport } from '../../../src/net/networkTransport';
import { startSandbox } from '../../../src/sandbox/startSandbox';
import { ManualClock } from '../../support/manualClock';
import { MemoryLocks } from '../../support/memoryLocks';
import { MemoryPreferences } from '../../support/memoryPreferences';
import { MemorySecrets } from '../../support/memorySecrets';
import { MemoryState } from '../../support/memoryState';
import { RecordingLogger } from '../../support/recordingLogger';
import { withoutProxy } from '../../support/network/withoutProxy';

/** So long an answer is waited for, in milliseconds of real time: less than the 15 s of the extension. */
const patience = 300;

/**
 * The core over undici and a real sandbox on loopback, both on a clock that the test drives. It knows
 * a room with both tokens and the API key.
 */
export async function createFaultyWorld(clientSeconds = 600) {
  const clock = new ManualClock(Date.parse('2026-11-23T12:00:00Z'));
  const sandbox = await startSandbox({ now: () => clock.now() });
  const logger = new RecordingLogger();
  const network = new NetworkTransport(() => withoutProxy, logger, patience);
  let open = 0;
  const transport: HttpTransport = {
    prepare: (url, signal) => network.prepare(url, signal),
    async send(request, signal) {
      open++;
      try {
        return await network.send(request, signal);
      } finally {
        open--;
      }
    },
  };
  const secrets = new MemorySecrets();
  const preferences = new MemoryPreferences();
  const core = composeCore({
    secretStore: secrets.window(),
    state: new MemoryState(),
    transport,
    locks: new MemoryLocks().window(),
    preferences,
    clock,
    logger,
    random: () => 0.5,
  });
  onTestFinished(async () => {
    core.dispose();
    await network.close();
    await sandbox.close();
  });
  const { baseUrl, apiKey } = sandbox;
  const room = { id: sandbox.createRoom('stand-up').id, baseUrl, sandbox: false };
  const pair = sandbox.issueTokens(room.id, {
    clientTokenSeconds: clientSeconds,
    refreshTokenSeconds: 86_400,
  });
  await core.origins.trust(baseUrl);
  await core.apiKeys.write(baseUrl, apiKey);
  await core.keeper.keep(room, {
    client: { token: pair.token, ttlSeconds: 600 },
    refresh: { token: pair.refresh_token, ttlSeconds: 86_400 },
  });
  /** Resolves when nothing is under way any more. */
  const settled = async () => {
    do {
      await new Promise(resolve => setTimeout(resolve, 2));
      await secrets.settled();
    } while (open > 0);
  };
  return {
    core,
    sandbox,
    room,
    key: roomKey(room),
    clientToken: pair.token,
    refreshToken: pair.refresh_token,
    preferences,
    logger,
    settled,
    /** Lets so many seconds pass, and waits at every timer for what it leads to. */
    async pass(seconds: number) {
      let left = seconds * 1000;
      await settled();
      for (let next = clock.timers[0]; next !== undefined && next <= left; next = clock.timers[0]) {
        clock.advance(next);
        left -= next;
        await settled();
      }
      clock.advance(left);
      await settled();
    },
  };
}

export type FaultyWorld = Awaited<ReturnType<typeof createFaultyWorld>>;
