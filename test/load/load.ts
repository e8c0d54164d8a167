// 200 rooms that are kept fresh on client tokens of 10 s: the real core, HTTP client, locks and clock
// against a real sandbox. Takes minutes, so no test run starts it:
//
//     npx tsx test/load/load.ts [requests per minute that the sandbox takes] [seconds]
//
// Fails when a token ended although the limit allows to keep all fresh, or when a request was refused.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpTransport } from '../../src/core/api/httpTransport';
import { composeCore } from '../support/composeCore';
import { systemClock } from '../../src/core/time/clock';
import { LockFiles } from '../../src/files/lockFiles';
import { UndiciTransport } from '../../src/net/undiciTransport';
import { startSandbox } from '../../src/sandbox/startSandbox';
import { countResources } from '../support/countedResources';
import { MemoryPreferences } from '../support/memoryPreferences';
import { MemorySecrets } from '../support/memorySecrets';
import { MemoryState } from '../support/memoryState';

const [perMinute = 6000, seconds = 180] = process.argv.slice(2).map(Number);
const roomCount = 200;
const ttlSeconds = 10;

/** Each token is asked for every 7 s. */
const isEnough = perMinute >= (roomCount * 60) / 7;

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'telnyx-rooms-load-'));
  const sandbox = await startSandbox({ rateLimitPerMinute: perMinute });
  const undici = new UndiciTransport();
  const answers = { sent: 0, refused: 0, failed: 0 };
  const transport: HttpTransport = {
    prepare: (url, signal) => undici.prepare(url, signal),
    async send(request, signal) {
      answers.sent++;
      const outcome = await undici.send(request, signal);
      answers.failed += Number(!outcome.ok);
      answers.refused += Number(outcome.ok && outcome.answer.status === 429);
      return outcome;
    },
  };
  const preferences = new MemoryPreferences();
  preferences.set({ autoRefresh: true, notifyBeforeExpiry: 0 });
  const logger = {
    info: () => undefined,
    warn: (line: string) => void process.stdout.write(`${line}\n`),
  };
  const secrets = new MemorySecrets();
  const core = composeCore({
    secretStore: secrets.window(),
    state: new MemoryState(),
    transport,
    locks: new LockFiles(folder, systemClock, logger),
    preferences,
    clock: systemClock,
    logger,
    random: Math.random,
  });
  const resources = countResources();
  try {
    const { baseUrl } = sandbox;
    await core.origins.trust(baseUrl);
    for (let count = 0; count < roomCount; count++) {
      // As people make tokens: not all at once, but within the time of one round.
      await sleep(30);
      const { id } = sandbox.createRoom();
      const pair = sandbox.issueTokens(id, {
        clientTokenSeconds: ttlSeconds,
        refreshTokenSeconds: 86_400,
      });
      await core.keeper.keep(
        { id, baseUrl, sandbox: true },
        {
          client: { token: pair.token, ttlSeconds },
          refresh: { token: pair.refresh_token, ttlSeconds: 86_400 },
        },
      );
    }
    const endsIn = () =>
      core.rooms.all().map(({ record }) => (record.clientToken?.expiresAt ?? 0) - Date.now());
    const started = Date.now();
    let shortest = Infinity;
    let expiredSamples = 0;
    for (let second = 1; second <= seconds; second++) {
      while (Date.now() < started + second * 1000) {
        await sleep(100);
        const ends = endsIn();
        shortest = Math.min(shortest, ...ends);
        expiredSamples += ends.filter(end => end <= 0).length;
      }
      if (second % 30 === 0) {
        // The fake keeps what it was asked.
        secrets.reads.length = 0;
        const { heap, active, byType } = await resources.held();
        const megabytes = (heap / 1e6).toFixed(1);
        process.stdout.write(
          `${second} s: ${answers.sent} requests, ${answers.refused} refused, ${answers.failed} failed; shortest rest of a token ${shortest} ms, ${expiredSamples} samples ended; heap ${megabytes} MB, ${active} active resources, ${byType['Timeout'] ?? 0} timers\n`,
        );
      }
    }
    const isGood = answers.refused === 0 && answers.failed === 0 && (!isEnough || shortest > 0);
    process.exitCode = isGood ? 0 : 1;
  } finally {
    resources.dispose();
    core.dispose();
    await undici.close();
    await sandbox.close();
    await rm(folder, { recursive: true });
  }
}

void main();
