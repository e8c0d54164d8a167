import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recognizePaste } from '../../../../src/core/paste/recognizePaste';
import { clientToken, refreshToken, roomId } from '../../../support/telnyxTokens';

const now = Date.parse('2026-11-23T12:00:00Z');
const seconds = now / 1000;
const expiresAt = '2026-11-23T12:10:00Z';
const address = `https://api.telnyx.com/v2/rooms/${roomId}/actions/refresh_client_token`;

/** Tokens in Telnyx's shape, with a life of any length. */
const someTokens = fc
  .record({ life: fc.integer({ min: 1, max: 86_400 }), age: fc.integer({ min: 0, max: 86_400 }) })
  .map(({ life, age }) => ({ iat: seconds - age, exp: seconds + life }))
  .map(life => ({ client: clientToken(life), refresh: refreshToken(life) }));

/** The forms in which tokens are handed on. */
const forms: readonly ((token: string, name: string) => string)[] = [
  token => token,
  token => `"${token}",`,
  token => `Authorization: Bearer ${token}`,
  (token, name) => `${name.toUpperCase()}=${token}`,
  (token, name) => `export ${name.toUpperCase()}='${token}'`,
  (token, name) => `$env:${name} = "${token}"`,
  (token, name) => `${name}: ${token} # comment`,
  (token, name) => JSON.stringify({ data: { [name]: token, [`${name}_expires_at`]: expiresAt } }),
  (token, name) => JSON.stringify(JSON.stringify({ [name]: token })),
  (token, name) => `curl -L '${address}' \\\n-d '${JSON.stringify({ [name]: token })}'`,
  (token, name) => `curl ^"${address}^" --data-raw ^"^{^\\^"${name}^\\^":^\\^"${token}^\\^"^}^"`,
  (token, name) => `http://localhost:3000/?a=1&${name}=${token}&b=2`,
  (token, name) => `http://localhost/?a=${encodeURIComponent(`/?${name}=${token}&b=2`)}`,
  (token, name) => `room.set(${name}, \`${token}\`);`,
];
const someForm = fc.constantFrom(...forms);

/** What may stand around a token: any text, and the signs that mean something in some notation. */
const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...['"', "'", '`', '{', '}', '[', ']', '(', ')', '<', '>', '=', ':', ',', ';', '&', '?'],
        ...['#', '\\', '\\"', '^', '%', '%2', '%2E', '\\u00', '\\u0026', '\n', '\r\n', ' ', '--'],
        ...['token', 'token=', 'refresh_token:', '--refresh-token ', 'room_id=', roomId, 'Bearer '],
        ...['.', '-', 'ey', 'eyJ', 'eyJhIjoxfQ', 'x1y2', '2026-11-23T12:00:00Z', '\u2026'],
      ),
      { maxLength: 30 },
    )
    .map(parts => parts.join('')),
);

/** An API key in Telnyx's shape: two random parts of letters and digits. */
const someApiKey = fc
  .tuple(fc.stringMatching(/^[0-9A-F]{32}$/), fc.stringMatching(/^[0-9A-Za-z]{22}$/))
  .map(([id, secret]) => `KEY${id}_${secret}`);

/** The tokens of an answer. */
function tokensIn(text: string): string[] {
  const paste = recognizePaste(text, now);
  return paste.kind === 'tokens'
    ? [paste.client, paste.refresh].flatMap(pasted => (pasted ? [pasted.token] : []))
    : [];
}

describe('recognizePaste, whatever was pasted', () => {
  it('answers with something of the text, or why it is of no use', () => {
    fc.assert(
      fc.property(someText, text => {
        const paste = recognizePaste(text, now);
        expect(paste.kind).toMatch(/^(?:tokens|unusable)$/);
        expect(tokensIn(text).every(token => token.length <= text.length)).toBe(true);
        expect(tokensIn(text).length > 0).toBe(paste.kind === 'tokens');
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a time that grows with its length alone', () => {
    fc.assert(
      fc.property(someText, fc.nat({ max: 20_000 }), (part, length) => {
        const text = part.repeat(Math.ceil(length / Math.max(part.length, 1)));
        expect(recognizePaste(text, now).kind).toMatch(/^(?:tokens|unusable)$/);
      }),
    );
  });

  it('finds a token in any of its forms, among anything', () => {
    fc.assert(
      fc.property(someTokens, someForm, someText, someText, (tokens, form, above, below) => {
        const lines = (text: string) => `${above}\n${text}\n${below}`;
        expect(tokensIn(lines(form(tokens.client, 'client_token')))).toContain(tokens.client);
        expect(tokensIn(lines(form(tokens.refresh, 'refresh_token')))).toContain(tokens.refresh);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds both tokens, each for what it is, whatever their names', () => {
    fc.assert(
      fc.property(someTokens, someForm, someForm, someText, (tokens, one, other, between) => {
        const text = `${one(tokens.refresh, 'client_token')}\n${between}\n${other(tokens.client, 'token')}`;
        expect(recognizePaste(text, now)).toMatchObject({
          kind: 'tokens',
          client: { token: tokens.client },
          refresh: { token: tokens.refresh },
          roomId,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('never takes an API key for a token', () => {
    fc.assert(
      fc.property(
        someApiKey,
        someForm,
        fc.constantFrom('token', 'client_token', 'refresh_token', 'api_key', 'key'),
        someText,
        someText,
        (apiKey, form, name, above, below) => {
          for (const text of [form(apiKey, name), `${above}\n${form(apiKey, name)}\n${below}`]) {
            expect(tokensIn(text).filter(token => token.includes(apiKey))).toEqual([]);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never takes a word for a token that holds an API key', () => {
    const prefix = fc.stringMatching(/^[\w.:/#@+~!-]{0,20}$/);
    const suffix = fc.stringMatching(/^(?:[.:/#@+~!][\w.:/#@+~!-]{0,20})?$/);
    fc.assert(
      fc.property(someApiKey, prefix, suffix, (apiKey, before, after) => {
        const word = before + apiKey + after;
        expect(recognizePaste(word, now)).toEqual({ kind: 'unusable', reason: 'apiKey' });
        expect(tokensIn(`refresh_token=${word}`)).toEqual([]);
      }),
    );
  });

  it('takes one token and no API key from a text with both', () => {
    fc.assert(
      fc.property(someApiKey, someTokens, someForm, someForm, (apiKey, tokens, one, other) => {
        const text = `${one(apiKey, 'refresh_token')}\n${other(tokens.refresh, 'refresh_token')}`;
        expect(tokensIn(text)).toEqual([tokens.refresh]);
      }),
    );
  });
});
