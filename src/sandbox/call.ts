import type { FaultPlan } from './faults';
import type { JsonObject } from './parameters';
import type { Rooms } from './rooms';
import type { Tokens } from './tokens';

/** A request on its way into a call. */
export interface Call {
  /** The part of the path that the route captures: a room id as the client wrote it. */
  readonly pathParameter: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  /** The JSON object in the body; throws 400 or 413 when there is none. */
  readonly body: () => JsonObject;
  /** The time (ms) by which the request is checked. */
  readonly receivedAt: number;
  /** The time (ms) that the answer is stamped with: shifted under a clock skew. */
  readonly stampedAt: number;
  /** How long (s) a client token lives whatever the request asks for. */
  readonly tokenLife?: number;
}

/** What the calls work on. */
export interface Backend {
  readonly apiKey: string;
  readonly requireKeyOnRefresh: boolean;
  readonly rooms: Rooms;
  readonly tokens: Tokens;
  readonly faults: FaultPlan;
}
