import { describe, expect, it } from 'vitest';
import type { Room } from '../../../src/core/rooms/room';
import type { RoomDetails } from '../../../src/core/rooms/roomDetails';
import { decodeToken } from '../../../src/core/tokens/decodeToken';
import { detailRows } from '../../../src/display/detailRows';
import { spokenText, type Row } from '../../../src/display/row';
import { makeJwt, makeJwtOfText } from '../../support/makeJwt';
import { clientToken, refreshToken, roomId } from '../../support/telnyxTokens';
import { vendorRefreshToken } from '../../support/vendorTokens';
import { clientOnlyRoom, contextAt, emptyRoom, noon, roomOf } from './rooms';

const life = { iat: noon / 1000, exp: noon / 1000 + 600 };

function rowsOf(claims: object, room: Room = roomOf()): readonly Row[] {
  return detailRows(room, { client: decodeToken(makeJwt(claims)) }, contextAt(noon));
}

function find(rows: readonly Row[], label: string): Row | undefined {
  return rows.find(row => row.label === label);
}

function all(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap(row => [row, ...all(row.children ?? [])]);
}

describe('detailRows', () => {
  const details: RoomDetails = {
    client: decodeToken(clientToken(life)),
    refresh: decodeToken(refreshToken(life)),
  };

  it('shows both tokens masked, with their times, what keeps them fresh, then grants and claims', () => {
    const rows = detailRows(roomOf(), details, contextAt(noon));
    expect(rows.map(({ label, description }) => [label, description])).toEqual([
      ['Client token', '•••• until 12:10:00'],
      ['Refresh token', '•••• until 13:00:00'],
      ['Auto-refresh', 'off'],
      ['Can be kept alive', 'until 13:00:00'],
      ['Grants', 'not verified'],
      ['Claims', 'not verified'],
    ]);
    expect(find(rows, 'Client token')?.tooltip).toMatch(/^Joins the room.*\nExpires .*Z \(UTC\)$/);
  });

  it('shows no part of a token anywhere', () => {
    const text = JSON.stringify(detailRows(roomOf(), details, contextAt(noon)));
    for (const part of [...clientToken(life).split('.'), ...refreshToken(life).split('.')]) {
      expect(text).not.toContain(part);
    }
  });

  it('gives every row an id of its own, the same each time', () => {
    const ids = () => all(detailRows(roomOf(), details, contextAt(noon))).map(({ id }) => id);
    expect(new Set(ids()).size).toBe(ids().length);
    expect(ids()).toEqual(ids());
  });

  it('shows who may do what where', () => {
    const [grant] = find(detailRows(roomOf(), details, contextAt(noon)), 'Grants')?.children ?? [];
    expect(grant).toMatchObject({ label: 'join', description: '1 room, 1 user' });
    expect(grant?.children).toMatchObject([
      { label: 'Room', description: roomId, tooltip: `telnyx:video:rooms:${roomId}` },
      { label: 'User', description: '782b2cbe-8466-4e3f-a4d3-9781eb577e50' },
    ]);
  });

  it('shows grants of another sort by their names', () => {
    const grants = [
      { actions: ['kick', 'mute'], resources: ['a', 'b'], subjects: [] },
      { actions: [], resources: ['telnyx:users:1'], subjects: ['telnyx:users:1', 'x'] },
    ];
    const [first, second] = find(rowsOf({ grants }), 'Grants')?.children ?? [];
    expect(first).toMatchObject({ label: 'kick, mute', description: '2 resources' });
    expect(second).toMatchObject({
      label: 'no readable action',
      description: '1 user, 2 subjects',
    });
  });

  it('shows the claim as well where the grants say more than their rows', () => {
    const rows = rowsOf({ grants: [{ actions: 'join' }] });
    expect(find(rows, 'Grants')).toMatchObject({
      description: 'not readable as a whole, see the claims',
      children: [{ label: 'no readable action' }],
    });
    expect(find(find(rows, 'Claims')?.children ?? [], 'grants')).toMatchObject({
      description: '[{"actions":"join"}]',
    });
  });

  it.each([
    [{ alg: 'Ed25519' }, 'not verified', /^Signed with Ed25519, says the token/],
    [{ alg: 'nOnE' }, 'not signed', /^Not signed, says the token/],
    [{}, 'not verified', /^The token does not say how it is signed/],
    [{ alg: { toString: 1 } }, 'not verified', /^The token does not say/],
  ])('says how a token with the header %j is signed', (header, description, tooltip) => {
    const details = { client: decodeToken(makeJwt({}, header)) };
    const claims = find(detailRows(roomOf(), details, contextAt(noon)), 'Claims');
    expect(claims).toMatchObject({ description });
    expect(claims?.tooltip).toMatch(tooltip);
  });

  it('hides a secret in a name, an action or a resource too', () => {
    const secret = clientToken(life);
    const grants = [
      { actions: [secret], resources: [secret], subjects: [`telnyx:users:${secret}`] },
    ];
    const rows = rowsOf({ [secret]: 1, nested: { [secret]: 1 }, grants });
    expect(JSON.stringify(rows)).not.toContain(secret.slice(0, 20));
    expect(JSON.stringify(rows)).not.toContain(secret.split('.')[1]?.slice(0, 20));
  });

  it('says of a number that it could not be read as it stands', () => {
    const text = '{"big":1e400,"long":12345678901234567890,"in":{"it":-1e400}}';
    const rows = detailRows(
      roomOf(),
      { client: decodeToken(makeJwtOfText(text)) },
      contextAt(noon),
    );
    expect(find(rows, 'Claims')?.children?.map(({ description }) => description)).toEqual([
      'a number too large to read',
      'about 12345678901234567000',
      '{"it":"a number too large to read"}',
    ]);
  });

  it('shows known claims first, then unknown ones as they came', () => {
    const rows = rowsOf({ zone: 'eu', jti: '1', nested: { a: [1] }, exp: life.exp, typ: 'access' });
    expect(find(rows, 'Claims')?.children?.map(row => [row.label, row.description])).toEqual([
      ['Type', 'access'],
      ['Expires', '12:10:00'],
      ['Token ID', '1'],
      ['zone', 'eu'],
      ['nested', '{"a":[1]}'],
    ]);
  });

  it('shows times in local time, with the UTC text beside', () => {
    const claims = find(rowsOf({ exp: String(life.exp), nbf: 'soon' }), 'Claims')?.children;
    expect(claims).toMatchObject([
      {
        label: 'Expires',
        description: '12:10:00',
        tooltip: expect.stringMatching(/^exp: .*Z \(UTC\)$/) as string,
      },
      { label: 'Not before', description: 'not a time: soon' },
    ]);
  });

  it('hides what looks like a token or a key, whatever claim it stands in', () => {
    const secrets = [clientToken(life), `KEY${'0123456789ABCDEF'.repeat(2)}_x`];
    const rows = rowsOf({ sub: secrets[0], note: secrets[1], inner: { list: secrets } });
    const text = JSON.stringify(rows);
    for (const secret of secrets) {
      expect(text).not.toContain(secret.slice(0, 20));
    }
  });

  it('hides claims that may hold a secret of their own', () => {
    const rows = detailRows(
      emptyRoom(),
      { refresh: decodeToken(vendorRefreshToken) },
      contextAt(noon),
    );
    const claim = find(find(rows, 'Claims')?.children ?? [], 'tel_token');
    expect(claim).toMatchObject({ description: '••••••••' });
    expect(JSON.stringify(claim)).not.toContain('rj_ZkZkUOZM');
  });

  it('hides them inside of a claim as well', () => {
    const claims = {
      context: { zone: 'eu', inner: [{ tel_token: 'hunter2', apiKey: { a: 'b2' } }] },
    };
    const [claim] = find(rowsOf(claims), 'Claims')?.children ?? [];
    expect(claim?.description).toContain('"zone":"eu"');
    expect(JSON.stringify(claim)).not.toMatch(/hunter2|b2/);
  });

  it.each([
    ['no list', { all: true }],
    ['a list with something that is no grant', [{ actions: ['join'] }, 'everything']],
  ])('shows a grants claim as it came when it is %s', (_name, grants) => {
    const [claim] = find(rowsOf({ grants }), 'Claims')?.children ?? [];
    expect(claim).toMatchObject({ label: 'grants', description: JSON.stringify(grants) });
  });

  it('has sensible rows for a token without grants, with a foreign audience, without expiry', () => {
    const rows = rowsOf({ aud: ['a', 'b'] }, roomOf({ clientToken: {} }));
    expect(rows.map(({ label, description }) => [label, description])).toEqual([
      ['Client token', '•••• no expiry known'],
      [
        'Refresh token',
        'VS Code could no longer read it · paste a new one, or the answer of generate_join_client_token',
      ],
      ['Auto-refresh', 'off'],
      ['Grants', 'none in this token'],
      ['Claims', 'not verified'],
    ]);
    expect(find(rows, 'Claims')?.children).toMatchObject([{ description: '["a","b"]' }]);
  });

  it('says so when a token does not decode', () => {
    const rows = detailRows(roomOf(), { client: decodeToken('opaque') }, contextAt(noon));
    expect(rows.at(-1)).toMatchObject({
      label: 'Grants and claims',
      description: 'this token is not a readable JWT',
    });
  });

  it('shows what the refresh token says while there is no client token', () => {
    const rows = detailRows(
      emptyRoom(),
      { refresh: decodeToken(refreshToken(life)) },
      contextAt(noon),
    );
    expect(rows[0]).toMatchObject({ description: 'none stored' });
    expect(find(rows, 'Claims')?.children?.[0]).toMatchObject({ description: 'refresh' });
  });

  it('shows what the client token says, as soon as there is one', () => {
    const rows = detailRows(roomOf(), details, contextAt(noon));
    expect(find(rows, 'Claims')?.children?.[0]).toMatchObject({ description: 'access' });
  });

  it('names what was lost, also when it was decoded before', () => {
    const rows = detailRows(roomOf({}, { lost: ['client'] }), details, contextAt(noon));
    expect(rows[0]?.description).toBe('VS Code could no longer read it, enter it again');
  });

  it('reads out neither dots nor countdown', () => {
    const rows = detailRows(roomOf(), details, contextAt(noon));
    expect(rows[0]?.accessibilityLabel).toBe('Client token, hidden, until 12:10:00');
    const secret = find(rowsOf({ ...life, api_key: 'KEY0123' }), 'Claims')?.children?.at(-1);
    expect(secret).toMatchObject({
      description: '••••••••',
      accessibilityLabel: 'api_key, hidden',
    });
  });

  it('says to a screen reader what each row shows, which its tooltip need not', () => {
    for (const row of all(detailRows(roomOf(), details, contextAt(noon)))) {
      const shown = [row.label, ...(row.description?.split(' · ') ?? [])];
      for (const text of shown) {
        expect(spokenText(row)).toContain(text.replace('•••• ', ''));
      }
    }
    expect(spokenText({ id: 'more', label: 'and 3 more' })).toBe('and 3 more');
  });

  it('marks every row of a sandbox room', () => {
    const room = roomOf({ sandbox: true, baseUrl: 'http://127.0.0.1:1/v2' });
    const context = contextAt(noon, { clockOffset: 180_000 });
    for (const client of [details.client, decodeToken('opaque')]) {
      const rows = detailRows(room, { ...details, ...(client && { client }) }, context);
      expect(rows.map(({ description }) => description)).toEqual(
        rows.map(() => expect.stringMatching(/ · sandbox$/) as string),
      );
      expect(rows.map(spokenText)).toEqual(
        rows.map(() => expect.stringMatching(/sandbox$/) as string),
      );
    }
  });

  const paste = 'paste a new one, or the answer of generate_join_client_token';
  const renew = 'renew with your API key';
  const until = '•••• until 13:00:00';
  const expired = '•••• expired 13:00:00';
  it.each([
    ['more than a tenth of its life left', 3_239_999, false, until],
    ['a tenth left', 3_240_000, false, `${until} · ${paste}`],
    ['a tenth left, and there is an API key', 3_240_000, true, `${until} · ${renew}`],
    ['nothing left', 3_600_000, false, `${expired} · ${paste}`],
    ['nothing left, and there is an API key', 3_600_000, true, `${expired} · ${renew}`],
  ])('says what to do about a refresh token with %s', (_state, age, hasApiKey, description) => {
    const rows = detailRows(roomOf(), details, contextAt(noon + age, { hasApiKey }));
    expect(find(rows, 'Refresh token')?.description).toBe(description);
    expect(find(rows, 'Refresh token')?.accessibilityLabel).toBe(
      `Refresh token, ${description.replace('••••', 'hidden,').replace(' ·', ',')}`,
    );
  });

  it.each([
    ['lost', roomOf({}, { lost: ['refresh'] }), 'VS Code could no longer read it'],
    ['missing', clientOnlyRoom(), 'none stored'],
  ])('says what to do about a refresh token that is %s', (_state, room, state) => {
    const row = (hasApiKey: boolean) =>
      find(detailRows(room, details, contextAt(noon, { hasApiKey })), 'Refresh token');
    expect(row(false)?.description).toBe(`${state} · ${paste}`);
    expect(row(true)?.description).toBe(`${state} · ${renew}`);
  });

  it.each([
    [{ kind: 'off' }, 'off', 'sync-ignored', 'autoRefresh.off'],
    [{ kind: 'on' }, 'next refresh 12:09:00', 'sync', 'autoRefresh.on'],
    [
      { kind: 'stopped', obstacle: 'refused' },
      'stopped: Telnyx refused it, refresh once to go on',
      'sync',
      'autoRefresh.on',
    ],
  ] as const)('shows how the room is kept fresh: %j', (autoRefresh, state, icon, contextValue) => {
    const context = contextAt(noon, { nextRefreshAt: noon + 540_000 });
    const rows = detailRows(roomOf({}, { autoRefresh }), details, context);
    expect(find(rows, 'Auto-refresh')).toMatchObject({
      description: state,
      icon: { id: icon },
      contextValue,
      accessibilityLabel: `Auto-refresh, ${state}`,
    });
  });

  it('promises nothing that a refresh token which has ended or is lost can keep', () => {
    const promise = (...of: Parameters<typeof detailRows>) =>
      find(detailRows(...of), 'Can be kept alive');
    expect(promise(roomOf(), details, contextAt(noon))).toBeDefined();
    expect(promise(roomOf(), details, contextAt(noon + 3_600_000))).toBeUndefined();
    const { client } = details;
    expect(promise(roomOf(), client ? { client } : {}, contextAt(noon))).toBeUndefined();
  });

  it.each([
    [180_000, 'Your clock is 3 min behind'],
    [-300_000, 'Your clock is 5 min ahead'],
  ])('says first that the own clock is wrong, for an API %i ms ahead', (clockOffset, label) => {
    const [first] = detailRows(roomOf(), details, contextAt(noon, { clockOffset }));
    expect(first).toMatchObject({
      label,
      description: 'refreshes follow the clock of api.telnyx.com',
      icon: { id: 'warning' },
    });
  });

  it('stays small and harmless whatever a token holds', () => {
    const evil = '$(bug) [x](command:y) \u202e';
    const grants = Array.from({ length: 10_000 }, () => ({ actions: [evil], resources: [evil] }));
    const claims = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${evil}${index}`, evil.repeat(9)]),
    );
    const decoded = {
      ok: true,
      token: {
        header: { alg: evil },
        claims,
        grants: grants.map(g => ({ ...g, subjects: [] })),
        times: {},
      },
    } as const;
    const rows = all(detailRows(roomOf(), { client: decoded }, contextAt(noon)));
    expect(rows.length).toBeLessThan(500);
    expect(rows.map(({ label }) => label)).toContain('and 9900 more');
    for (const { label, description = '', tooltip = '' } of rows) {
      expect(`${label} ${description} ${tooltip}`).not.toMatch(/\$\(|\]\(|\u202e/);
    }
  });
});
