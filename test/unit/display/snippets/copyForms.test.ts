import { execFileSync } from 'node:child_process';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { RoomFacts, TokenFacts } from '../../../../src/display/snippets/copyForm';
import { copyForms } from '../../../../src/display/snippets/copyForms';
import { clientToken, roomId } from '../../../support/telnyxTokens';

const token = clientToken({ iat: 1_800_000_000, exp: 1_800_000_600 });
const baseUrl = 'https://api.telnyx.com/v2';
const roomFacts: RoomFacts = { roomId, baseUrl, ttlSeconds: 900 };
const tokenFacts: TokenFacts = { roomId, baseUrl, ttlSeconds: 900, token };
const expiresAt = Date.parse('2027-01-15T08:10:00Z');

function textOf(id: string, facts: Partial<TokenFacts> = {}): string {
  const form = copyForms.find(candidate => candidate.id === id);
  if (form === undefined) {
    throw new Error(`no form ${id}`);
  }
  const { token: given, expiresAt: end, ...room } = { ...tokenFacts, ...facts };
  return form.needsToken
    ? form.text({ ...room, token: given, ...(end !== undefined && { expiresAt: end }) })
    : form.text(room);
}

function syntaxErrors(code: string): readonly string[] {
  const { diagnostics = [] } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('The copy forms', () => {
  it('have ids, labels and descriptions of their own', () => {
    for (const member of ['id', 'label', 'description'] as const) {
      expect(new Set(copyForms.map(form => form[member])).size).toBe(copyForms.length);
    }
  });

  it('carry the token where they need it', () => {
    const withToken = copyForms.filter(form => form.needsToken);
    expect(withToken.map(({ id }) => id)).toEqual([
      'token',
      'bearer',
      'json',
      'environment',
      'initialize',
    ]);
    for (const form of withToken) {
      expect(form.text(tokenFacts)).toContain(token);
    }
  });

  it('can not be given a token where they carry none', () => {
    for (const form of copyForms) {
      if (!form.needsToken) {
        // @ts-expect-error A token does not fit the type of these forms.
        form.text(tokenFacts);
        expect(form.text(roomFacts)).toContain(roomId);
        expect(form.text(roomFacts)).not.toMatch(/eyJ|KEY\d/);
      }
    }
  });

  it.each([
    ['token', token],
    ['bearer', `Authorization: Bearer ${token}`],
    ['environment', `TELNYX_CLIENT_TOKEN=${token}`],
  ])('%s is one line', (id, text) => {
    expect(textOf(id)).toBe(text);
  });

  it('quotes what would have a meaning in an .env file', () => {
    expect(textOf('environment', { token: 'opaque#$token' })).toBe(
      "TELNYX_CLIENT_TOKEN='opaque#$token'",
    );
  });

  it.each(["it's", "'; touch /tmp/x; '", "a'$(id)'b", '$(id)`id`${HOME}', '"\\!#&|;<>*'])(
    'hands a shell the token as it is, whatever is in it: %s',
    odd => {
      const script = `${textOf('environment', { token: odd })}\nprintf %s "$TELNYX_CLIENT_TOKEN"`;
      expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(odd);
    },
  );

  it('ends no script of a page', () => {
    expect(textOf('initialize', { token: '</script><script>' })).not.toContain('</script>');
    expect(syntaxErrors(textOf('initialize', { token: '</script><script>' }))).toEqual([]);
  });

  it('json has the fields of the API, with the expiry where it is known', () => {
    expect(JSON.parse(textOf('json', { expiresAt }))).toEqual({
      token,
      token_expires_at: '2027-01-15T08:10:00Z',
    });
    expect(JSON.parse(textOf('json'))).toEqual({ token });
  });

  it.each([['initialize'], ['refreshLoop'], ['sdk']])('%s is code without an error', id => {
    expect(syntaxErrors(textOf(id))).toEqual([]);
    expect(syntaxErrors(textOf(id, { expiresAt, baseUrl: "http://127.0.0.1:1/it's/v2" }))).toEqual(
      [],
    );
  });

  it('tells an error in code when there is one', () => {
    expect(syntaxErrors('const = 1;')).not.toEqual([]);
  });

  it("quotes what is not the vendor's in code", () => {
    const odd = textOf('initialize', { token: `a'b\\"c` });
    expect(syntaxErrors(odd)).toEqual([]);
    expect(odd).toContain(`const clientToken = 'a\\'b\\\\"c';`);
  });

  it('initialize joins the room, and says when the token ends', () => {
    const code = textOf('initialize', { expiresAt });
    expect(code).toContain("import { initialize } from '@telnyx/video';");
    expect(code).toContain('await initialize({ roomId, clientToken })');
    expect(code).toContain('Ends 2027-01-15T08:10:00Z');
    expect(textOf('initialize')).not.toContain('Ends');
  });

  it('sdk asks the API of the room, for the TTL, with the secret from the environment', () => {
    expect(textOf('sdk')).toContain('new Telnyx({ apiKey: null })');
    expect(textOf('sdk')).toContain('process.env.TELNYX_REFRESH_TOKEN');
    expect(textOf('sdk')).toContain('token_ttl_secs: 900');
    expect(textOf('sdk', { baseUrl: 'http://127.0.0.1:1/v2' })).toContain(
      "new Telnyx({ apiKey: null, baseURL: 'http://127.0.0.1:1/v2' })",
    );
  });
});
