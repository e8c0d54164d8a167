import { untranslated } from './inBrackets';
import { describe, expect, it } from 'vitest';
import type { EnvLinkState } from '../../../../src/core/envFiles/envLinkState';
import type { EnvRefusal } from '../../../../src/core/envFiles/envWriteOutcome';
import { decodeToken } from '../../../../src/core/tokens/decodeToken';
import { chainText } from '../../../../src/display/chainText';
import { detailRows, unreadableRows } from '../../../../src/display/detailRows';
import { envLinkRow } from '../../../../src/display/envLinkRow';
import { forgottenLinksText } from '../../../../src/display/forgottenLinksText';
import { roomPickDetail } from '../../../../src/display/roomPickDetail';
import { roomRow } from '../../../../src/display/roomRow';
import type { Row } from '../../../../src/display/row';
import { statusBarView } from '../../../../src/display/statusBarView';
import { makeJwt, makeJwtOfText } from '../../../support/makeJwt';
import { clientToken } from '../../../support/telnyxTokens';
import { contextAt, noon, roomOf } from '../rooms';
import { life, rooms, title } from './samples';

const moments = [noon, noon + 599_000, noon + 3_300_000, noon + 90_000_000];

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

/** What tokens hold that is shown as it is. */
const claims = [
  ...['telnyx_access_token', 'null', 'access', 'refresh', 'join', 'Ed25519'],
  ...['typ', 'exp', 'iat', 'nbf', 'aud', 'iss', 'sub', 'jti', 'grants_version', 'token', 'grants'],
];

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
    ['has odd grants', makeJwt({ grants: {}, exp: noon / 1000 })],
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
});
