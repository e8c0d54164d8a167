import { describe, expect, it } from 'vitest';
import type { EnvLinkState } from '../../../src/core/envFiles/envLinkState';
import type { EnvRefusal } from '../../../src/core/envFiles/envWriteOutcome';
import { detailRows, unreadableRows } from '../../../src/display/detailRows';
import { envLinkProblem, envLinkText } from '../../../src/display/envLinkText';
import { envLinkRow, envLinkRowId } from '../../../src/display/envLinkRow';
import { forgottenLinksText } from '../../../src/display/forgottenLinksText';
import { contextAt, noon, roomOf } from './rooms';

const room = roomOf();
const link = { roomKey: room.key, file: 'file:///work/web/.env', variable: 'TELNYX_CLIENT_TOKEN' };
const rowOf = (state: EnvLinkState) => envLinkRow({ link, state }, 'web/.env', noon);

const refusals: readonly EnvRefusal[] = [
  'outside',
  'link',
  'notAFile',
  'tooLarge',
  'notUtf8',
  'readOnly',
  'tracked',
  'exposed',
  'unknown',
  'unwritable',
];

const states: readonly EnvLinkState[] = [
  { kind: 'unchecked' },
  { kind: 'current' },
  { kind: 'current', writtenAt: noon },
  ...(['save', 'trust', 'token'] as const).map(what => ({ kind: 'waiting', for: what }) as const),
  { kind: 'missing' },
  ...refusals.map(refusal => ({ kind: 'refused', refusal }) as const),
  ...(['busy', 'lostToken', 'system'] as const).map(cause => ({ kind: 'failed', cause }) as const),
];

describe("A link's row", () => {
  it('says which variable, and when it was written', () => {
    expect(rowOf({ kind: 'current', writtenAt: noon })).toMatchObject({
      label: 'web/.env',
      description: 'written 12:00:00 · TELNYX_CLIENT_TOKEN',
      tooltip: "TELNYX_CLIENT_TOKEN holds the room's client token.",
      contextValue: 'envLink',
      accessibilityLabel: 'Linked file web/.env, written 12:00:00 · TELNYX_CLIENT_TOKEN',
    });
    expect(rowOf({ kind: 'current' }).description).toBe('up to date · TELNYX_CLIENT_TOKEN');
    const withExpiry = { ...link, expiryVariable: 'ENDS' };
    const row = envLinkRow({ link: withExpiry, state: { kind: 'current' } }, 'web/.env', noon);
    expect(row.tooltip).toContain(', ENDS when it ends.');
  });

  it.each([
    [{ kind: 'refused', refusal: 'exposed' }, 'envLink.stuck.exposed', 'warning'],
    [{ kind: 'refused', refusal: 'tracked' }, 'envLink.stuck', 'warning'],
    [{ kind: 'missing' }, 'envLink.stuck', 'warning'],
    [{ kind: 'failed', cause: 'system' }, 'envLink.stuck', 'error'],
    [{ kind: 'waiting', for: 'save' }, 'envLink', 'watch'],
    [{ kind: 'unchecked' }, 'envLink', 'file-symlink-file'],
  ] as const)('has for %o the menu of %s and the icon %s', (state, contextValue, id) => {
    expect(rowOf(state)).toMatchObject({ contextValue, icon: { id } });
  });

  it('is plain text, and has an id of its own that stays', () => {
    const row = envLinkRow({ link, state: { kind: 'current' } }, 'a$(bug)\n/.env', noon);
    expect(row.label).toBe('a$ (bug) /.env');
    expect(row.id).toBe(envLinkRowId(link));
    expect(envLinkRowId({ ...link, variable: 'B' })).not.toBe(row.id);
    expect(envLinkRowId({ ...link, file: 'file:///work/.env' })).not.toBe(row.id);
  });

  it('stands above grants and claims', () => {
    const details = { client: { ok: false, reason: 'notAJwt' } } as const;
    const rows = detailRows(room, details, contextAt(noon), [rowOf({ kind: 'current' })]);
    const labels = rows.map(({ label }) => label);
    expect(labels.indexOf('web/.env')).toBe(labels.indexOf('Grants and claims') - 1);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(unreadableRows(room)).toHaveLength(1);
  });
});

describe('The state of a link', () => {
  it('is short, and another one for each', () => {
    const texts = states.map(state => envLinkText(state, noon));
    expect(new Set(texts).size).toBe(states.length);
    expect(texts.filter(text => text.length > 45)).toEqual([]);
  });

  it('comes with cause and next step, but where nothing is to be done', () => {
    const file = { path: 'web/.env', variable: 'TELNYX_CLIENT_TOKEN' };
    for (const state of states) {
      const problem = envLinkProblem(state, file);
      if (state.kind === 'current' || state.kind === 'unchecked') {
        expect(problem).toBeUndefined();
      } else {
        expect(problem).toMatch(/[.] .*[.]$/);
        expect(problem?.length).toBeLessThan(260);
        expect(problem).toMatch(/web\/\.env|TELNYX_CLIENT_TOKEN/);
      }
    }
  });
});

describe('What a question says of linked files', () => {
  it('names each once, a few of many, and nothing where there are none', () => {
    expect(forgottenLinksText([])).toBe('');
    expect(forgottenLinksText(['.env', '.env', 'web/.env'])).toMatch(/: \.env, web\/\.env\.$/);
    expect(forgottenLinksText(['a', 'b', 'c', 'd', 'e', 'f'])).toMatch(/: a, b, c, d, 2 more\.$/);
  });
});
