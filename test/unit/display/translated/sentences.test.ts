import { untranslated } from './inBrackets';
import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorFacts } from '../../../../src/core/api/apiError';
import type { LaunchFileReason } from '../../../../src/core/launchFile/launchFile';
import { recognizePaste } from '../../../../src/core/paste/recognizePaste';
import { StorageError } from '../../../../src/core/storage/storageError';
import { checkRefreshToken } from '../../../../src/core/tokens/checkRefreshToken';
import { apiBaseUrlSentence } from '../../../../src/display/apiBaseUrlSentence';
import { apiErrorMessage } from '../../../../src/display/apiErrorSentence';
import { connectionSentence } from '../../../../src/display/connectionSentence';
import { failureText } from '../../../../src/display/failureText';
import { keyCallMessage } from '../../../../src/display/keyCallSentence';
import { launchArgumentsSentence } from '../../../../src/display/launch/launchArgumentsSentence';
import { launchFileSentence } from '../../../../src/display/launch/launchFileSentence';
import { pasteSentence } from '../../../../src/display/pasteSentence';
import { refreshTokenSentence } from '../../../../src/display/refreshTokenSentence';
import { storageErrorSentence } from '../../../../src/display/storageErrorSentence';
import { makeJwt } from '../../../support/makeJwt';
import { clientToken, otherRoomId, refreshToken, roomId } from '../../../support/telnyxTokens';
import { noon, roomOf } from '../rooms';
import { failureKinds } from '../failureKinds';
import { decoded, life, past, title } from './samples';

const host = 'api.telnyx.com';

const apiErrors: readonly ApiError[] = [
  ...([...failureKinds, 'cancelled'] as const).flatMap(kind => [
    new ApiError(kind),
    new ApiError(kind, { status: 407, requestId: '1', retryAfterSeconds: 7 }),
    new ApiError(kind, { code: '10010' }),
  ]),
];

describe('Nothing but names, numbers and times stays as it is', () => {
  it('in the sentences of failed calls', () => {
    const tokens = [clientToken(life), refreshToken(past), refreshToken(life, otherRoomId)];
    const texts = apiErrors.flatMap(error => [
      failureText(error),
      ...(['generate', 'createRoom', 'listRooms'] as const).map(
        call => keyCallMessage(error, { call, host, roomTitle: title }).text,
      ),
      ...tokens.flatMap(token =>
        [false, true].flatMap(hasApiKey =>
          [false, true].map(usedApiKey => {
            const known = { hasApiKey, usedApiKey, refreshToken: decoded(token) };
            const context = { roomTitle: title, roomId, host, sandbox: usedApiKey, ...known };
            return apiErrorMessage(error, context, noon).text;
          }),
        ),
      ),
    ]);
    expect(untranslated(texts, title)).toEqual([]);
  });

  it('in the sentences of connections that fail', () => {
    const facts: readonly ApiErrorFacts[] = [
      { status: 407 },
      ...[
        'CERT_HAS_EXPIRED',
        'CERT_NOT_YET_VALID',
        'UND_ERR_PRX_TLS',
        'NODE_TLS_REJECT_UNAUTHORIZED',
        'OTHER',
      ].map(systemCode => ({ systemCode })),
    ];
    const kinds = ['network', 'certificate', 'proxy', 'timeout', 'badResponse'] as const;
    const texts = kinds.flatMap(kind => facts.map(each => connectionSentence(kind, each, host)));
    expect(untranslated(texts)).toEqual([]);
  });

  it('in the sentences on settings, stores and launches', () => {
    const reasons: readonly LaunchFileReason[] = [
      { kind: 'syntax', code: 'CommaExpected' },
      ...(['file', 'configuration', 'env'] as const).map(
        what => ({ kind: 'notAnObject', what }) as const,
      ),
      { kind: 'notAList', what: 'inputs' },
    ];
    const texts = [
      ...(['notAUrl', 'notSecure', 'hasCredentials', 'hasQuery'] as const).map(apiBaseUrlSentence),
      ...(['silent', 'refused'] as const).flatMap(reason => [
        storageErrorSentence(new StorageError('state', reason)),
        storageErrorSentence(new StorageError('secrets', reason)),
      ]),
      ...reasons.map(reason => launchFileSentence({ line: 1, column: 2, reason })),
      ...(['notAnObject', 'room', 'minValidSeconds'] as const).map(kind =>
        launchArgumentsSentence({ kind }),
      ),
      launchArgumentsSentence({ kind: 'unknownMember', name: 'z' }),
    ];
    expect(untranslated(texts, 'inputs', 'z')).toEqual([]);
  });

  it('in what is said of a paste', () => {
    const untold = makeJwt({ sub: 'x', ...life });
    const pastes = [
      ...['', 'word', 'z'.repeat(1e6), roomId, `KEY${'0190AB12CD34EF56'.repeat(2)}_x`],
      ...['dGhpcyBpcyBu-b3QgYSBKV1Q_1234', untold, clientToken(past), refreshToken(past)],
      ...[clientToken(life), refreshToken(life), refreshToken(life, otherRoomId)],
      `${clientToken(life)} ${refreshToken(life)}`,
      `${clientToken(life)} ${refreshToken(life, otherRoomId)}`,
      `client_token=${untold} refresh_token=${makeJwt({ sub: 'y', ...life })}`,
    ];
    const room = roomOf({ name: title }).record;
    const texts = pastes.flatMap(text => [
      pasteSentence(recognizePaste(text, noon), room, noon).sentence,
      pasteSentence(recognizePaste(text, noon), undefined, noon).sentence,
      refreshTokenSentence(checkRefreshToken(text, roomId, noon), roomId, noon) ?? '',
    ]);
    expect(untranslated(texts, title)).toEqual([]);
  });
});
