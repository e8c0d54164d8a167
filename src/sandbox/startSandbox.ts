import { randomApiKey } from './apiKey';
import { commonHeaders } from './commonHeaders';
import { FaultPlan, type Fault } from './faults';
import { listenOnLoopback } from './loopbackServer';
import { RateLimit } from './rateLimit';
import { createRequestHandler, type SandboxState } from './requestHandler';
import { RequestLog, type SandboxRequest } from './requestLog';
import { Rooms, type SandboxRoom } from './rooms';
import { clientTokenTtl, createTokens, refreshTokenTtl, type TokenPair } from './tokens';
import { createTokenSigner } from './tokenSigner';

export type { Fault, FaultStatus } from './faults';
export type { SandboxRequest } from './requestLog';
export type { SandboxRoom } from './rooms';
export type { TokenPair } from './tokens';

/** How to start a sandbox; everything has a default. */
export interface SandboxOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  readonly host?: '127.0.0.1';
  /** The clock, in milliseconds since the epoch; default `Date.now`. */
  readonly now?: () => number;
  /** Requests per minute, default 300. */
  readonly rateLimitPerMinute?: number;
  /** Answers a refresh without the API key with 401; default false, as the vendor documents it. */
  readonly requireKeyOnRefresh?: boolean;
}

/** A running stand-in for the Telnyx Rooms API; nothing outlives {@link Sandbox.close}. */
export interface Sandbox {
  /** `http://127.0.0.1:PORT/v2` */
  readonly baseUrl: string;
  /** Random per start, in the shape of Telnyx keys. */
  readonly apiKey: string;
  /** The newest 500 requests, oldest first; a live view. */
  readonly requests: readonly SandboxRequest[];
  /** Creates a room as `POST /rooms` does; throws when the unique name is taken. */
  createRoom(
    uniqueName?: string,
    options?: { readonly live?: boolean; readonly recording?: boolean },
  ): SandboxRoom;
  /**
   * Issues tokens for any room id, known or not. TTLs are whole seconds without bounds: a negative
   * one gives an expired token. Defaults: 600 and 3600.
   */
  issueTokens(
    roomId: string,
    ttl?: { readonly clientTokenSeconds?: number; readonly refreshTokenSeconds?: number },
  ): TokenPair;
  /** A token of arbitrary claims, signed with the key of this sandbox. */
  signToken(claims: object, header?: object): string;
  /** Queues a fault for the next request, or the next `times` requests. */
  failNext(fault: Fault, times?: number): void;
  /** A fault for every request for which none is queued; undefined ends all, queued ones too. */
  setFault(fault: Fault | undefined): void;
  /** Cuts open connections, pending answers included; resolves when the port is free. */
  close(): Promise<void>;
}

/** Starts a sandbox; rejects with Node's error (`EADDRINUSE`, …) when it cannot listen. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', now = Date.now } = options;
  const signer = createTokenSigner();
  const state: SandboxState = {
    apiKey: randomApiKey(),
    requireKeyOnRefresh: options.requireKeyOnRefresh ?? false,
    rooms: new Rooms(),
    tokens: createTokens(signer),
    faults: new FaultPlan(),
    rateLimit: new RateLimit(options.rateLimitPerMinute ?? 300),
    log: new RequestLog(),
    now,
  };
  const server = await listenOnLoopback(host, port, createRequestHandler(state), () =>
    commonHeaders(state),
  );
  return {
    baseUrl: `http://${host}:${server.port}/v2`,
    apiKey: state.apiKey,
    requests: state.log.requests,
    createRoom(uniqueName, { live = false, recording = false } = {}) {
      const room = state.rooms.create({ uniqueName, live, enableRecording: recording }, now());
      if (!room) {
        throw new Error(`The sandbox has a room named "${uniqueName ?? ''}" already.`);
      }
      return room;
    },
    issueTokens: (roomId, ttl = {}) =>
      state.tokens.issuePair(roomId, now(), {
        client: ttl.clientTokenSeconds ?? clientTokenTtl.default,
        refresh: ttl.refreshTokenSeconds ?? refreshTokenTtl.default,
      }),
    signToken: (claims, header) => signer.sign(claims, header),
    failNext: (fault, times = 1) => state.faults.enqueue(fault, times),
    setFault: fault => state.faults.set(fault),
    close: () => server.close(),
  };
}
