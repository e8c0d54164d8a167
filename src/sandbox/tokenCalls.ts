import { requireApiKey } from './apiKey';
import type { Backend, Call } from './call';
import { ApiError } from './errorEnvelope';
import { invalidValue, optionalInteger, roomIdFrom, type JsonObject } from './parameters';
import type { Reply } from './reply';
import { clientTokenTtl, refreshTokenTtl } from './tokens';

/** `POST /rooms/{room_id}/actions/refresh_client_token`: the refresh token is the credential. */
export function refreshClientToken(call: Call, backend: Backend): Reply {
  if (backend.requireKeyOnRefresh) {
    requireApiKey(call.authorization, backend.apiKey);
  }
  const roomId = existingRoomId(call, backend);
  const body = call.body();
  const refreshToken = refreshTokenIn(body);
  const seconds = optionalInteger(body, 'token_ttl_secs', clientTokenTtl);
  backend.tokens.checkRefreshToken(refreshToken, roomId, call.receivedAt);
  return {
    status: 201,
    body: {
      data: backend.tokens.issueClientToken(roomId, call.stampedAt, call.tokenLife ?? seconds),
    },
  };
}

/** `POST /rooms/{room_id}/actions/generate_join_client_token`: needs the API key. */
export function generateJoinClientToken(call: Call, backend: Backend): Reply {
  requireApiKey(call.authorization, backend.apiKey);
  const roomId = existingRoomId(call, backend);
  const body = call.body();
  const seconds = optionalInteger(body, 'token_ttl_secs', clientTokenTtl);
  const pair = backend.tokens.issuePair(roomId, call.stampedAt, {
    client: call.tokenLife ?? seconds,
    refresh: optionalInteger(body, 'refresh_token_ttl_secs', refreshTokenTtl),
  });
  return { status: 201, body: { data: pair } };
}

function existingRoomId(call: Call, backend: Backend): string {
  const roomId = roomIdFrom(call.pathParameter);
  if (!backend.rooms.has(roomId)) {
    throw new ApiError(404, '10005', 'There is no room with this ID.', {
      source: { parameter: 'room_id' },
    });
  }
  return roomId;
}

function refreshTokenIn(body: JsonObject): string {
  const source = { pointer: '/refresh_token' };
  const token = body['refresh_token'];
  if (token === undefined || token === null || token === '') {
    throw new ApiError(422, '10004', 'The refresh token is missing.', { source });
  }
  if (typeof token !== 'string') {
    throw invalidValue(source, 'a JWT');
  }
  return token;
}
