import { makeJwt } from './makeJwt';

/** Two rooms to tell apart. */
export const roomId = '9e2a0cbe-ce66-411e-a1ac-468f0b103c9a';
export const otherRoomId = '11111111-2222-4333-8444-555555555555';

const userId = '782b2cbe-8466-4e3f-a4d3-9781eb577e50';

/** A token's life, and what else it claims. Times in seconds since the epoch, as in its claims. */
export interface TokenLife {
  readonly iat: number;
  readonly exp: number;
  readonly [claim: string]: unknown;
}

/** A client token in the vendor's shape. */
export function clientToken(life: TokenLife, room: string = roomId): string {
  return makeJwt({ ...telnyxClaims(room, 'access'), ...life });
}

/** A refresh token in the vendor's shape. */
export function refreshToken(life: TokenLife, room: string = roomId): string {
  return makeJwt({ ...telnyxClaims(room, 'refresh'), ...life });
}

function telnyxClaims(room: string, typ: 'access' | 'refresh') {
  return {
    aud: 'telnyx_access_token',
    grants: [
      {
        actions: ['join'],
        resources: [`telnyx:video:rooms:${room}`],
        subjects: [`telnyx:users:${userId}`],
      },
    ],
    grants_version: '1.0.0',
    iss: 'telnyx_access_token',
    jti: '9e622906-75e7-40b6-b900-754b1f3ed32f',
    sub: 'null',
    typ,
  };
}
