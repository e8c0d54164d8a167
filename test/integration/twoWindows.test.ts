import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { roomKey } from '../../src/core/rooms/roomIdentity';
import { systemClock } from '../../src/core/time/clock';
import { UndiciTransport } from '../../src/net/undiciTransport';
import { startSandbox, type Sandbox } from '../../src/sandbox/startSandbox';
import { composeCore, type Core } from '../support/composeCore';
import { MemoryLocks } from '../support/memoryLocks';
import { MemoryPreferences } from '../support/memoryPreferences';
import { MemorySecrets } from '../support/memorySecrets';
import { MemoryState } from '../support/memoryState';
import { RecordingLogger } from '../support/recordingLogger';

// In a browser VS Code has no event across tabs, so the secret storage is one that behaves as the
// desktop's; the rest is real, in a real extension host.
describe('Two windows of the same user', () => {
  let sandbox: Sandbox;
  let transport: UndiciTransport;
  let secrets: MemorySecrets;
  let windows: [Core, Core];

  beforeEach(async () => {
    sandbox = await startSandbox();
    transport = new UndiciTransport();
    secrets = new MemorySecrets();
    const state = new MemoryState();
    const locks = new MemoryLocks();
    const open = () => {
      const core = composeCore({
        secretStore: secrets.window(),
        state,
        transport,
        clock: systemClock,
        logger: new RecordingLogger(),
        locks: locks.window(),
        preferences: new MemoryPreferences(),
        random: Math.random,
      });
      core.origins.trustForThisSession(sandbox.baseUrl);
      return core;
    };
    windows = [open(), open()];
  });

  afterEach(async () => {
    windows.forEach(window => window.dispose());
    await transport.close();
    await sandbox.close();
  });

  it('show the same rooms and tokens, with one request', async () => {
    const [one, other] = windows;
    const { id } = sandbox.createRoom();
    const room = { id, baseUrl: sandbox.baseUrl, sandbox: false };
    const refreshToken = sandbox.issueTokens(id).refresh_token;
    const request = { room, ttlSeconds: 60, refreshToken };
    await one.tokens.refresh(request, new AbortController().signal);
    await secrets.settled();

    const key = roomKey(room);
    deepStrictEqual(other.rooms.get(key)?.record, one.rooms.get(key)?.record);
    strictEqual(await other.stored.token('client', key), await one.stored.token('client', key));
    strictEqual(sandbox.requests.length, 1);

    await other.tokens.forget(key);
    await secrets.settled();
    strictEqual(one.rooms.get(key), undefined);
    ok(Object.keys(secrets.contents).length === 0);
  });
});
