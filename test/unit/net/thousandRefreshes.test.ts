import { getEventListeners } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { composeCore } from '../../support/composeCore';
import { systemClock } from '../../../src/core/time/clock';
import { LockFiles } from '../../../src/files/lockFiles';
import { UndiciTransport } from '../../../src/net/undiciTransport';
import { startSandbox } from '../../../src/sandbox/startSandbox';
import { countResources } from '../../support/countedResources';
import { MemoryPreferences } from '../../support/memoryPreferences';
import { MemorySecrets } from '../../support/memorySecrets';
import { MemoryState } from '../../support/memoryState';
import { RecordingLogger } from '../../support/recordingLogger';
import { temporaryFolder } from '../files/temporaryFolder';

it(
  '1,000 refreshes in a row leave no socket, listener or timer behind',
  { timeout: 120_000 },
  async () => {
    const sandbox = await startSandbox({ rateLimitPerMinute: 1_000_000 });
    const transport = new UndiciTransport();
    const secrets = new MemorySecrets();
    const logger = new RecordingLogger();
    const core = composeCore({
      secretStore: secrets.window(),
      state: new MemoryState(),
      transport,
      locks: new LockFiles(await temporaryFolder(), systemClock, logger),
      preferences: new MemoryPreferences(),
      clock: systemClock,
      logger,
      random: Math.random,
    });
    onTestFinished(async () => {
      core.dispose();
      await transport.close();
      await sandbox.close();
    });
    const { baseUrl } = sandbox;
    const room = { id: sandbox.createRoom().id, baseUrl, sandbox: false };
    await core.origins.trust(baseUrl);
    await core.keeper.keep(room, {
      refresh: { token: sandbox.issueTokens(room.id).refresh_token },
    });
    // One signal for all: what listens to it would pile up.
    const { signal } = new AbortController();
    const resources = countResources();
    onTestFinished(() => resources.dispose());
    const refresh = async (times: number) => {
      for (let count = 0; count < times; count++) {
        await core.tokens.refresh({ room, ttlSeconds: 600 }, signal);
      }
      await secrets.settled();
      return resources.held();
    };

    const before = await refresh(20);
    const after = await refresh(1000);
    expect(sandbox.requests.every(({ status }) => status === 201)).toBe(true);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(after.active).toBeLessThanOrEqual(before.active + 2);
    for (const [type, count] of Object.entries(after.byType)) {
      expect(count, type).toBeLessThanOrEqual((before.byType[type] ?? 0) + 5);
    }
    // The log that the test keeps grows by a line each time.
    expect(after.heap - before.heap).toBeLessThan(4_000_000);
    expect(logger.warnings).toEqual([]);
  },
);
