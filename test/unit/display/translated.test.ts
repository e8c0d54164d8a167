import { untranslated } from './inBrackets';
import { describe, expect, it } from 'vitest';
import { ApiError, type ApiErrorFacts, type ApiErrorKind } from '../../../src/core/api/apiError';
import type { AutoRefreshState } from '../../../src/core/autoRefresh/autoRefreshState';
import type { EnvLinkState } from '../../../src/core/envFiles/envLinkState';
import type { EnvRefusal } from '../../../src/core/envFiles/envWriteOutcome';
import type { LaunchFileReason } from '../../../src/core/launchFile/launchFile';
import type { NetworkFacts, RequestOutcome } from '../../../src/core/network/networkFacts';
import { recognizePaste } from '../../../src/core/paste/recognizePaste';
import { UntrustedOriginError } from '../../../src/core/programs/untrustedOriginError';
import { MissingTokenError } from '../../../src/core/rooms/missingTokenError';
import type { Room } from '../../../src/core/rooms/room';
import { StorageError } from '../../../src/core/storage/storageError';
import { checkRefreshToken } from '../../../src/core/tokens/checkRefreshToken';
import { decodeToken } from '../../../src/core/tokens/decodeToken';
import { findSecrets } from '../../../src/core/tokens/findTokens';
import {
  refreshQuestion,
  roomsAnswer,
  statusAnswer,
} from '../../../src/display/agents/agentAnswers';
import { apiBaseUrlSentence } from '../../../src/display/apiBaseUrlSentence';
import { apiErrorMessage } from '../../../src/display/apiErrorSentence';
import { chainText } from '../../../src/display/chainText';
import { connectionSentence } from '../../../src/display/connectionSentence';
import { decodedDocument } from '../../../src/display/decoded/decodedDocument';
import { diagnosticText } from '../../../src/display/decoded/diagnosticText';
import { hoverLines } from '../../../src/display/decoded/hoverLines';
import { relativeTime } from '../../../src/display/decoded/relativeTime';
import { detailRows, unreadableRows } from '../../../src/display/detailRows';
import { drillReview } from '../../../src/display/drillReview';
import { durationText } from '../../../src/display/durationText';
import { envLinkRow } from '../../../src/display/envLinkRow';
import { failureText } from '../../../src/display/failureText';
import { forgottenLinksText } from '../../../src/display/forgottenLinksText';
import { keyCallMessage } from '../../../src/display/keyCallSentence';
import { launchArgumentsSentence } from '../../../src/display/launch/launchArgumentsSentence';
import { launchFileSentence } from '../../../src/display/launch/launchFileSentence';
import { networkReport } from '../../../src/display/networkReport/networkReport';
import { pasteSentence } from '../../../src/display/pasteSentence';
import { namedRoom } from '../../../src/display/programs/namedRoom';
import { refreshProblem } from '../../../src/display/programs/refreshProblem';
import { refreshTokenSentence } from '../../../src/display/refreshTokenSentence';
import { roomPickDetail } from '../../../src/display/roomPickDetail';
import { roomRow } from '../../../src/display/roomRow';
import { roomTerminal } from '../../../src/display/roomTerminal';
import type { Row } from '../../../src/display/row';
import { copyForms } from '../../../src/display/snippets/copyForms';
import { statusBarView } from '../../../src/display/statusBarView';
import { storageErrorSentence } from '../../../src/display/storageErrorSentence';
import { makeJwt, makeJwtOfText } from '../../support/makeJwt';
import { clientToken, otherRoomId, refreshToken, roomId } from '../../support/telnyxTokens';
import { clientOnlyRoom, contextAt, emptyRoom, noon, roomOf } from './rooms';

const host = 'api.telnyx.com';
const title = 'Stand-up';
const seconds = noon / 1000;
const life = { iat: seconds, exp: seconds + 600 };
const past = { iat: seconds - 60, exp: seconds - 5 };
const moments = [noon, noon + 599_000, noon + 3_300_000, noon + 90_000_000];

const apiErrors: readonly ApiError[] = [
  ...(
    [
      'unauthorized',
      'refused',
      'notFound',
      'invalid',
      'rateLimited',
      'server',
      'network',
      'certificate',
      'proxy',
      'timeout',
      'badResponse',
      'cancelled',
    ] satisfies readonly ApiErrorKind[]
  ).flatMap(kind => [
    new ApiError(kind),
    new ApiError(kind, { status: 407, requestId: '1', retryAfterSeconds: 7 }),
    new ApiError(kind, { code: '10010' }),
  ]),
];
const failure = new ApiError('server', { status: 500 });

const autoRefreshes: readonly AutoRefreshState[] = [
  { kind: 'on' },
  { kind: 'off' },
  { kind: 'paused' },
  { kind: 'retrying', at: noon, error: undefined },
  { kind: 'retrying', at: noon, error: failure },
  ...(['refused', 'noRefreshToken', 'refreshTokenEnded', 'untrustedOrigin'] as const).map(
    obstacle => ({ kind: 'stopped', obstacle }) as const,
  ),
];

/** Rooms in every state that shows. */
const rooms: readonly Room[] = [
  ...autoRefreshes.map(autoRefresh => roomOf({ name: title }, { autoRefresh })),
  roomOf({ sandbox: true, baseUrl: 'http://127.0.0.1:1/v2' }),
  roomOf({ clientToken: {}, refreshToken: {} }),
  roomOf({}, { activity: { kind: 'refreshing' } }),
  roomOf({}, { activity: { kind: 'failed', error: failure } }),
  roomOf({}, { lost: ['client'] }),
  roomOf({}, { lost: ['refresh'] }),
  emptyRoom(),
  clientOnlyRoom(),
  roomOf({ clientToken: { expiresAt: noon + 1e9 } }),
];

/** Each room at several moments, with and without what may be known beside it. */
const views = rooms.flatMap(room =>
  moments.flatMap(now =>
    [false, true].map(pinned => {
      const known = { clockOffset: 180_000, nextRefreshAt: noon + 540_000, hasApiKey: true };
      return { room, context: contextAt(now, { pinned, ...(pinned && known) }) };
    }),
  ),
);

function textsOf(row: Row): readonly string[] {
  const { label, description = '', tooltip = '', accessibilityLabel = '', children = [] } = row;
  return [label, description, tooltip, accessibilityLabel, ...children.flatMap(textsOf)];
}

function decoded(token: string) {
  const result = decodeToken(token);
  if (!result.ok) {
    throw new RangeError('a token that does not decode');
  }
  return result.token;
}

describe('Nothing but names, numbers and times stays as it is', () => {
  it("in a room's row", () => {
    const texts = views.flatMap(({ room, context }) => textsOf(roomRow(room, context)));
    expect(texts.join()).toContain('⟦kept fresh⟧');
    expect(untranslated(texts, title)).toEqual([]);
  });

  it('in the rows below it', () => {
    const texts = views.flatMap(({ room, context }) =>
      detailRows(room, { client: decodeToken(clientToken(life)) }, context).flatMap(textsOf),
    );
    expect(texts.join()).toContain('⟦Auto-refresh⟧');
    expect(
      untranslated([...texts, ...unreadableRows(roomOf()).flatMap(textsOf)], ...claims),
    ).toEqual([]);
  });

  it.each([
    ['has no grants', makeJwt({ nbf: 'soon', token: 'x' })],
    ['is not signed', makeJwt({}, { alg: 'none' })],
    ['does not say how it is signed', makeJwt({}, {})],
    ['has odd grants', makeJwt({ grants: {}, exp: seconds })],
    [
      'has much of everything',
      makeJwt({
        ...Object.fromEntries(Array.from({ length: 120 }, (_, index) => [`z${index}`, 1])),
        grants: [
          { actions: [], resources: ['telnyx:users:1', 'z'], subjects: Array(120).fill('z') },
          { actions: ['join'], resources: ['z'], subjects: ['z'] },
        ],
      }),
    ],
    ['holds large numbers', makeJwtOfText('{"z":1e400,"zz":12345678901234567890}')],
    ['does not decode', 'z'],
    ['is no object', makeJwtOfText('[]')],
    ['is too long', 'z'.repeat(100_000)],
  ])('in the rows of a token that %s', (_name, token) => {
    const rows = detailRows(roomOf(), { client: decodeToken(token) }, contextAt(noon));
    expect(untranslated(rows.flatMap(textsOf), ...claims, 'soon', 'z')).toEqual([]);
  });

  it('in the status bar and in picks', () => {
    const bars = views.flatMap(({ room, context }) => {
      const modes = ['always', 'never'] as const;
      const shown = modes.map(mode => statusBarView([room], undefined, mode, () => context));
      return shown.flatMap(view =>
        view ? [view.text, view.tooltip, view.accessibilityLabel] : [],
      );
    });
    const picks = views.flatMap(({ room, context }) => [
      roomPickDetail(room, context),
      chainText(room, context.now),
    ]);
    expect(bars).not.toEqual([]);
    expect(untranslated([...bars, ...picks], title, '$(sync)', '$(key)', '$(warning)')).toEqual([]);
  });

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

  it('in what is said of linked files', () => {
    const refusals: readonly EnvRefusal[] = [
      ...(['outside', 'link', 'notAFile', 'tooLarge', 'notUtf8', 'readOnly'] as const),
      ...(['tracked', 'exposed', 'unknown', 'unwritable'] as const),
    ];
    const states: readonly EnvLinkState[] = [
      ...(['unchecked', 'current', 'missing'] as const).map(kind => ({ kind })),
      { kind: 'current', writtenAt: noon },
      ...(['save', 'trust', 'token'] as const).map(
        what => ({ kind: 'waiting', for: what }) as const,
      ),
      ...refusals.map(refusal => ({ kind: 'refused', refusal }) as const),
      ...(['busy', 'lostToken', 'system'] as const).map(
        cause => ({ kind: 'failed', cause }) as const,
      ),
    ];
    const link = { roomKey: roomOf().key, file: 'file:///z', variable: 'CLIENT_TOKEN' };
    const texts = states.flatMap(state => [
      ...textsOf(envLinkRow({ link, state }, 'z', noon)),
      ...textsOf(envLinkRow({ link: { ...link, expiryVariable: 'ENDS_AT' }, state }, 'z', noon)),
    ]);
    const forgotten = forgottenLinksText(['z', 'zz', 'zzz', 'zzzz', 'zzzzz']);
    expect(untranslated([...texts, forgotten], 'z')).toEqual([]);
  });

  it('in what is said of tokens in documents', () => {
    const grants = (count: number) => ({
      grants: [
        {
          actions: ['join'],
          resources: Array.from(
            { length: count },
            (_, index) => `telnyx:video:rooms:${roomId.slice(0, -1)}${index}`,
          ),
          subjects: [],
        },
      ],
    });
    const tokens = [
      clientToken(life),
      refreshToken(past),
      clientToken({ ...life, ...grants(2) }),
      clientToken({ ...life, ...grants(5) }),
      makeJwt({ z: 1 }),
    ];
    const found = [
      ...tokens.flatMap(token => findSecrets(`${token} https://a.b/?client_token=${token}`)),
      ...findSecrets(`KEY${'0190AB12CD34EF56'.repeat(2)}_x`),
    ];
    const comments = [...tokens, 'z', makeJwtOfText('[]'), 'z'.repeat(100_000)].flatMap(token =>
      decodedDocument(decodeToken(token), noon)
        .split('\n')
        .flatMap(line => (line.includes('// ') ? [line.replace(/^.*?\/\/ /, '')] : [])),
    );
    const texts = [
      ...found.map(each => diagnosticText(each, noon)),
      ...tokens.flatMap(token => hoverLines(decoded(token), noon)),
      ...comments,
      ...[1, 90, 9000, 1e6].map(distance => relativeTime(noon + distance * 1000, noon)),
      ...[1, 60, 90, 600, 3600].map(durationText),
    ];
    expect(found.length).toBeGreaterThan(5);
    expect(untranslated(texts)).toEqual([]);
  });

  it('in a report on the network', () => {
    const answered: RequestOutcome = { ok: true, status: 401, contentType: 'application/json' };
    const outcomes: readonly RequestOutcome[] = [
      { ...answered, clockOffset: 90_000 },
      { ...answered, clockOffset: -90_000 },
      { ok: true, status: 200, contentType: '' },
      { ok: false, failure: 'proxy', proxyStatus: 407 },
      { ok: false, failure: 'cancelled' },
    ];
    const steps = [
      { ok: true, status: 200 },
      { ok: false, code: 'Z' },
    ] as const;
    const facts = outcomes.flatMap(outcome =>
      steps.map((step): NetworkFacts => ({
        origin: 'https://api.telnyx.com',
        route: ['undici'],
        lookup: {
          milliseconds: 3,
          outcome: step.ok ? { ok: true, addresses: ['192.0.2.7'] } : step,
        },
        connections: [{ address: '192.0.2.7', milliseconds: 4, outcome: step }],
        tls: {
          milliseconds: 5,
          outcome: {
            ...(step.ok ? { ok: true, protocol: 'z', cipher: 'z' } : step),
            certificates: [
              { subject: 'z', issuer: 'z', validFrom: 'z', validTo: 'z', fingerprint: 'z' },
            ],
          },
        },
        ...(step.ok && {
          proxy: { url: 'http://192.0.2.8', connect: { milliseconds: 6, outcome: step } },
        }),
        transports: [
          {
            transport: 'undici',
            requests: [outcome, outcome].map(each => ({ milliseconds: 12, outcome: each })),
          },
        ],
      })),
    );
    const known = {
      versions: { Z: 'z' },
      settings: { z: 'z', 'http.proxyAuthorization': 'secret' },
      environment: { Z: undefined },
    };
    const lines = facts.flatMap(each => networkReport(known, each, noon).split('\n'));
    const failures = ['proxy', 'cancelled'];
    const values = ['http.proxyAuthorization', 'application/json', 'undici', 'Z', 'z'];
    expect(untranslated(lines, ...values, ...failures)).toEqual([]);
  });

  it('in what is said to programs, in terminals and to users of agents', () => {
    const known = rooms.slice(0, 1).map(room => room);
    const twice = [roomOf(), roomOf({ baseUrl: 'https://z.example/v2' })];
    const named = [
      () => namedRoom(known, 'z', undefined),
      () => namedRoom(known, roomId, 1),
      () => namedRoom(known, otherRoomId, undefined),
      () => namedRoom(known, otherRoomId, 'https://z.example'),
      () => namedRoom(twice, roomId, undefined),
    ].map(fail => {
      try {
        fail();
        return 'no error';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    });
    const context = { room: roomOf({ name: title }).record, hasApiKey: false };
    const problems = [
      new UntrustedOriginError(),
      new MissingTokenError('refresh', undefined, false),
      new MissingTokenError('refresh', undefined, true),
      failure,
    ].map(error => refreshProblem(error, context, noon)?.message ?? 'no problem');
    const drill = drillReview(noon, noon);
    const texts = [
      ...named,
      ...problems,
      ...rooms.flatMap(({ record }) => [
        roomTerminal(record, 'z', noon).message,
        roomTerminal(record, 'z', noon + 1e8).message,
      ]),
      refreshQuestion(roomOf({ name: title }), 600),
      drill.text,
      ...drill.detail.split('\n'),
    ];
    expect(untranslated(texts, title)).toEqual([]);
  });

  it('in the forms to copy, but for the code that they name', () => {
    const code = [
      'initialize({ roomId, clientToken })',
      'Authorization: Bearer …',
      'TELNYX_CLIENT_TOKEN=…',
    ];
    const texts = copyForms.flatMap(({ label, description }) => [label, description]);
    expect(untranslated(texts, ...code)).toEqual([]);
  });
});

describe('What is for models and programs to read', () => {
  it('stays English', () => {
    const failed = roomOf({}, { activity: { kind: 'failed', error: failure } });
    const details = { client: decodeToken(makeJwtOfText('{"z":1e400,"zz":{"y":1e400}}')) };
    const answers = [roomsAnswer([failed], () => noon), statusAnswer(failed, details, noon)];
    expect(answers.join()).toContain('failed: server error (500)');
    expect(answers.join()).toContain('a number too large to read');
    expect(answers.join()).not.toMatch(/[⟦⟧]/);
    const facts = { roomId, baseUrl: 'https://api.telnyx.com/v2', ttlSeconds: 60 };
    const forms = copyForms.map(form =>
      form.needsToken ? form.text({ ...facts, token: 'z', expiresAt: noon }) : form.text(facts),
    );
    expect(forms.join()).not.toMatch(/[⟦⟧]/);
  });
});

/** What tokens hold that is shown as it is. */
const claims = [
  ...['telnyx_access_token', 'null', 'access', 'refresh', 'join', 'Ed25519'],
  ...['typ', 'exp', 'iat', 'nbf', 'aud', 'iss', 'sub', 'jti', 'grants_version', 'token', 'grants'],
];
