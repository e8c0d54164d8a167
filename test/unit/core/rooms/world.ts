import { afterEach } from 'vitest';
import { composeCore, type Core } from '../../../support/composeCore';
import { roomKey } from '../../../../src/core/rooms/roomIdentity';
import { ManualClock } from '../../../support/manualClock';
import { MemoryLocks } from '../../../support/memoryLocks';
import { MemoryPreferences } from '../../../support/memoryPreferences';
import { MemorySecrets } from '../../../support/memorySecrets';
import { MemoryState } from '../../../support/memoryState';
import { RecordingLogger } from '../../../support/recordingLogger';
import { ScriptedTransport } from '../../../support/scriptedTransport';
import type { StorageFault } from '../../../support/storageFault';
import { clientToken, refreshToken, roomId } from '../../../support/telnyxTokens';

/** Noon, in milliseconds since the epoch. */
export const noon = Date.parse('2026-11-23T12:00:00Z');

/** The room that most tests are about. */
export const room = { id: roomId, baseUrl: 'https://api.telnyx.com/v2', sandbox: false };
export const key = roomKey(room);

/** A signal that is never aborted. */
export const { signal: never } = new AbortController();

/** What windows of one user share, and a way to open them. */
export interface World {
  readonly clock: ManualClock;
  readonly secrets: MemorySecrets;
  readonly state: MemoryState;
  readonly locks: MemoryLocks;
  readonly preferences: MemoryPreferences;
  readonly logger: RecordingLogger;
  readonly transport: ScriptedTransport;
  /** Opens a window, or opens it anew as a reload does; its stores may fail it. */
  readonly open: (options?: WindowOptions) => Core;
}

interface WindowOptions {
  readonly random?: () => number;
  readonly fault?: Pick<StorageFault, 'secrets' | 'state'>;
}

const open: (Core | ScriptedTransport)[] = [];

afterEach(() => {
  for (const part of open.splice(0)) {
    if (part instanceof ScriptedTransport) {
      part.verify();
    } else {
      part.dispose();
    }
  }
});

/** A world at noon, without a room. Whatever is requested and not planned fails the test. */
export function createWorld(): World {
  const transport = new ScriptedTransport();
  open.push(transport);
  const world = {
    clock: new ManualClock(noon),
    secrets: new MemorySecrets(),
    state: new MemoryState(),
    locks: new MemoryLocks(),
    preferences: new MemoryPreferences(),
    logger: new RecordingLogger(),
    transport,
  };
  return {
    ...world,
    open({ random = () => 0.5, fault } = {}) {
      const { secrets, locks, state, ...ports } = world;
      const core = composeCore({
        ...ports,
        secretStore: fault ? fault.secrets(secrets.window()) : secrets.window(),
        state: fault ? fault.state(state) : state,
        locks: locks.window(),
        random,
      });
      open.push(core);
      return core;
    },
  };
}

/** A client token of a room that lives this long from `from` on. */
export function newClientToken(ttlSeconds: number, from = noon, id = roomId): string {
  const iat = from / 1000;
  return clientToken({ iat, exp: iat + ttlSeconds }, id);
}

/** A refresh token of the room that lives this long from `from` on. */
export function newRefreshToken(ttlSeconds = 3600, from = noon): string {
  const iat = from / 1000;
  return refreshToken({ iat, exp: iat + ttlSeconds });
}

/** What the API answers to a refresh. */
export function refreshAnswer(token: string, expiresAt?: number): unknown {
  const expiry = expiresAt === undefined ? undefined : new Date(expiresAt).toISOString();
  return { data: { token, token_expires_at: expiry } };
}
