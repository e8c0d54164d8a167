import { parseRoomId } from '../rooms/roomId';
import type { ServerClocks } from '../time/serverClocks';
import { badResponse, errorOfAnswer, errorOfFailure } from './errorAnswer';
import type { HttpRequest, HttpTransport } from './httpTransport';
import type { RateLimits } from './rateLimits';
import { parseRoomAnswer, parseRoomPage, type AccountRoom, type RoomPage } from './roomAnswers';
import {
  parseClientTokenAnswer,
  parseTokenPairAnswer,
  type IssuedPair,
  type IssuedToken,
} from './tokenAnswers';
import type { TrustedOrigins } from './trustedOrigins';

/** What the refresh call needs. */
export interface RefreshCall {
  readonly baseUrl: string;
  readonly roomId: string;
  readonly refreshToken: string;
  /** 10 to 3600. */
  readonly ttlSeconds: number;
  /** Only when the user asked to try with it: the documented call takes none. */
  readonly apiKey?: string;
}

/** What every call with an API key needs. */
export interface KeyCall {
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** What the generate call needs. */
export interface GenerateCall extends KeyCall {
  readonly roomId: string;
  /** 10 to 3600. */
  readonly ttlSeconds: number;
  /** 60 to 86400. */
  readonly refreshTtlSeconds: number;
}

/** Which of the account's rooms to list. */
export interface ListCall extends KeyCall {
  /** 1 to 250. */
  readonly pageSize: number;
  /** From 1. */
  readonly page?: number;
  /** Only the room of exactly this name. */
  readonly uniqueName?: string;
}

/**
 * The calls of the Telnyx Rooms API that this project uses. A call that fails throws an `ApiError`;
 * every answer's shape is checked. Secrets only go to origins that the user trusts: callers ask
 * first, and a call to another origin throws a plain `Error` before anything is sent.
 */
export class RoomsApi {
  constructor(
    private readonly transport: HttpTransport,
    private readonly trustedOrigins: TrustedOrigins,
    private readonly clocks: ServerClocks,
    private readonly limits: RateLimits,
  ) {}

  /** `POST /rooms/{room_id}/actions/refresh_client_token`: a new client token for a room. */
  async refreshClientToken(call: RefreshCall, signal: AbortSignal): Promise<IssuedToken> {
    const url = actionUrl(call, 'refresh_client_token');
    const body = { token_ttl_secs: call.ttlSeconds, refresh_token: call.refreshToken };
    return this.ask(post(url, call.apiKey, body), parseClientTokenAnswer, signal);
  }

  /** `POST /rooms/{room_id}/actions/generate_join_client_token`: a new pair of tokens for a room. */
  async generateTokens(call: GenerateCall, signal: AbortSignal): Promise<IssuedPair> {
    const url = actionUrl(call, 'generate_join_client_token');
    const body = {
      token_ttl_secs: call.ttlSeconds,
      refresh_token_ttl_secs: call.refreshTtlSeconds,
    };
    return this.ask(post(url, call.apiKey, body), parseTokenPairAnswer, signal);
  }

  /** `GET /rooms`: one page of the account's rooms. With a page of one, the cheapest check of a key. */
  async listRooms(call: ListCall, signal: AbortSignal): Promise<RoomPage> {
    const query = new URLSearchParams({
      'page[size]': String(call.pageSize),
      ...(call.page !== undefined && { 'page[number]': String(call.page) }),
      ...(call.uniqueName !== undefined && { 'filter[unique_name]': call.uniqueName }),
    });
    const url = `${call.baseUrl}/rooms?${query.toString()}`;
    const request = { method: 'GET', url, headers: headers(call.apiKey) } as const;
    return this.ask(request, body => parseRoomPage(body, call.pageSize), signal);
  }

  /** `POST /rooms`: a new room of this name in the account. */
  async createRoom(
    call: KeyCall & { readonly name: string },
    signal: AbortSignal,
  ): Promise<AccountRoom> {
    const request = post(`${call.baseUrl}/rooms`, call.apiKey, { unique_name: call.name });
    return this.ask(request, parseRoomAnswer, signal);
  }

  private async ask<T>(
    request: HttpRequest,
    parse: (body: unknown) => T | undefined,
    signal: AbortSignal,
  ): Promise<T> {
    if (!this.trustedOrigins.isTrusted(request.url)) {
      throw new Error('A request to an origin that the user has not agreed to.');
    }
    const sentAt = this.clocks.machine.now();
    const outcome = await this.transport.send(request, signal);
    if (!outcome.ok) {
      throw errorOfFailure(outcome);
    }
    const { answer } = outcome;
    this.clocks.observe(request.url, answer.headers['date'], sentAt);
    this.limits.observe(request.url, answer.headers);
    const now = this.clocks.now(request.url);
    if (answer.status < 200 || answer.status > 299) {
      throw errorOfAnswer(answer, now);
    }
    const result = parse(parseJson(answer.body));
    if (result === undefined) {
      throw badResponse(answer, now);
    }
    return result;
  }
}

/** An id is a part of the path: one that is no UUID could make it the path of something else. */
function actionUrl(
  { baseUrl, roomId }: Pick<RefreshCall, 'baseUrl' | 'roomId'>,
  action: string,
): string {
  if (parseRoomId(roomId) !== roomId) {
    throw new Error('A request for a room whose id is no UUID.');
  }
  return `${baseUrl}/rooms/${roomId}/actions/${action}`;
}

function post(url: string, apiKey: string | undefined, body: object): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: { ...headers(apiKey), 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

function headers(apiKey: string | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
