import type { Clock } from '../time/clock';
import { parseClientTokenAnswer, parseRoomCount, type ClientTokenAnswer } from './answers';
import { badResponse, errorOfAnswer, errorOfFailure } from './errorAnswer';
import type { HttpAnswer, HttpRequest, HttpTransport } from './httpTransport';
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

/**
 * The calls of the Telnyx Rooms API that this project uses. A call that fails throws an `ApiError`;
 * every answer's shape is checked. Secrets only go to origins that the user trusts: callers ask
 * first, and a call to another origin throws a plain `Error` before anything is sent.
 */
export class RoomsApi {
  constructor(
    private readonly transport: HttpTransport,
    private readonly trustedOrigins: TrustedOrigins,
    private readonly clock: Clock,
  ) {}

  /** `POST /rooms/{room_id}/actions/refresh_client_token`: a new client token for a room. */
  async refreshClientToken(call: RefreshCall, signal: AbortSignal): Promise<ClientTokenAnswer> {
    const answer = await this.send(
      {
        method: 'POST',
        url: `${call.baseUrl}/rooms/${call.roomId}/actions/refresh_client_token`,
        headers: { ...headers(call.apiKey), 'content-type': 'application/json' },
        body: JSON.stringify({
          token_ttl_secs: call.ttlSeconds,
          refresh_token: call.refreshToken,
        }),
      },
      signal,
    );
    return this.check(answer, parseClientTokenAnswer);
  }

  /** `GET /rooms?page[size]=1`: how many rooms the key's account has. The cheapest check of a key. */
  async countRooms(baseUrl: string, apiKey: string, signal: AbortSignal): Promise<number> {
    const url = `${baseUrl}/rooms?page%5Bsize%5D=1`;
    const answer = await this.send({ method: 'GET', url, headers: headers(apiKey) }, signal);
    return this.check(answer, parseRoomCount);
  }

  private async send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    if (!this.trustedOrigins.isTrusted(request.url)) {
      throw new Error('A request to an origin that the user has not agreed to.');
    }
    const outcome = await this.transport.send(request, signal);
    if (!outcome.ok) {
      throw errorOfFailure(outcome.failure, outcome.systemCode);
    }
    return outcome.answer;
  }

  private check<T>(answer: HttpAnswer, parse: (body: unknown) => T | undefined): T {
    if (answer.status < 200 || answer.status > 299) {
      throw errorOfAnswer(answer, this.clock.now());
    }
    const result = parse(parseJson(answer.body));
    if (result === undefined) {
      throw badResponse(answer, this.clock.now());
    }
    return result;
  }
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
