import { describe, expect, it } from 'vitest';
import { findSecrets, tokenAt } from '../../../../src/core/tokens/findTokens';
import { makeJwt } from '../../../support/makeJwt';
import { clientToken, refreshToken, roomId } from '../../../support/telnyxTokens';
import { vendorClientToken, vendorRefreshToken } from '../../../support/vendorTokens';

const life = { iat: 1_800_000_000, exp: 1_800_000_600 };
const client = clientToken(life);
const refresh = refreshToken(life);
const apiKey = 'KEY0123456789ABCDEF0123456789ABCDEF_0123456789abcdef-_0123';
const foreign = makeJwt({ iss: 'https://accounts.example', typ: 'refresh', sub: '1' });
const opaque = 'v1.opaque-token-0123456789';
const room = `https://app.example/rooms/${roomId}`;

/** What was found: the kind, the very text, and whether it stood in an address. */
function found(text: string) {
  return findSecrets(text).map(({ kind, start, end, inAddress }) => [
    kind,
    text.slice(start, end),
    inAddress,
  ]);
}

describe('findSecrets', () => {
  it.each([
    ['a client token', `const token = '${client}';`, 'clientToken', client, false],
    ['a refresh token', `TOKEN=${refresh}`, 'refreshToken', refresh, false],
    ["the vendor's sample", `"${vendorClientToken}"`, 'clientToken', vendorClientToken, false],
    ['an older one without grants', vendorRefreshToken, 'refreshToken', vendorRefreshToken, false],
    ['an API key', `apiKey: "${apiKey}",`, 'apiKey', apiKey, false],
    [
      'an API key of the older shape',
      'KEY0123456789ABCDEF;',
      'apiKey',
      'KEY0123456789ABCDEF',
      false,
    ],
    ['a token in an address', `${room}?client_token=${client}&a=1`, 'clientToken', client, true],
    ['the second one', `${room}?a=1&refresh_token=${refresh}#x`, 'refreshToken', refresh, true],
    [
      'an opaque one in the address of a room',
      `${room}?client_token=${opaque}"`,
      'clientToken',
      opaque,
      true,
    ],
    [
      'an opaque refresh token',
      `<${room}/?a&refresh_token=${opaque}>`,
      'refreshToken',
      opaque,
      true,
    ],
    ['a token at the end of a sentence', `It is ${client}. Then`, 'clientToken', client, false],
  ])('finds %s', (_name, text, kind, secret, inAddress) => {
    expect(found(text)).toEqual([[kind, secret, inAddress]]);
    expect(found(`// 😀\r\n${text}\r\n`)).toEqual([[kind, secret, inAddress]]);
  });

  it.each([
    ["another service's JWT", foreign],
    ["another service's JWT in an address", `${room}?refresh_token=${foreign}`],
    ["another service's parameter", `https://id.example/token?refresh_token=${opaque}`],
    ['a placeholder in an address', `${room}?client_token=YOUR_CLIENT_TOKEN_GOES_HERE`],
    ['code in an address', `\`${room}?client_token=\${clientToken}\``],
    ['a word that begins like a key', 'KEYCLOAK_URL KEY_0123456789ABCDEF KEYBOARD0123456789ABCDEF'],
    ['a key inside of a word', 'MONKEY0123456789ABCDEF0123456789ABCDEF'],
    ['lower case', 'KEY0123456789abcdef0123456789abcdef'],
    ['a JWT that is cut', client.slice(0, 60)],
    ['four parts', `${client}.more`],
    ['nothing', ''],
  ])('does not report %s', (_name, text) => {
    expect(found(text)).toEqual([]);
  });

  it('goes by the name in an address where the claims leave the kind open', () => {
    const open = makeJwt({ iss: 'telnyx_access_token' });
    expect(found(`/?client_token=${open}`)).toEqual([['clientToken', open, true]]);
    expect(found(`/?refresh_token=${open}`)).toEqual([['refreshToken', open, true]]);
    expect(found(`/?refresh_token=${client}`)).toEqual([['clientToken', client, true]]);
  });

  it('finds everything in the order of the text, with the claims of tokens', () => {
    const text = [apiKey, refresh, foreign, client, `${room}?client_token=${opaque}`, apiKey];
    const secrets = findSecrets(text.join('\n'));
    expect(secrets.map(({ kind }) => kind)).toEqual([
      'apiKey',
      'refreshToken',
      'clientToken',
      'clientToken',
      'apiKey',
    ]);
    expect(secrets.map(({ decoded }) => decoded?.claims['typ'])).toEqual([
      undefined,
      'refresh',
      'access',
      undefined,
      undefined,
    ]);
  });

  it('reports at most a hundred', () => {
    expect(findSecrets(`${apiKey} ${client}\n`.repeat(80))).toHaveLength(100);
  });

  it('looks at no text of more than a megabyte', () => {
    const filler = ' '.repeat(1_048_576 - apiKey.length);
    expect(findSecrets(filler + apiKey)).toHaveLength(1);
    expect(findSecrets(`${filler} ${apiKey}`)).toEqual([]);
  });

  it.each([
    ['one word', 'ey'.padEnd(1_000_000, 'J')],
    ['starts of tokens', 'eyJhbGciO.'.repeat(100_000)],
    ['tokens without an end', `${'eyJa'.repeat(50)}.`.repeat(4900)],
    ['JWTs of others', `${foreign} `.repeat(6000)],
    ['starts of keys', 'KEY0123456789ABCDEF0123456789ABCDEFx'.repeat(27_000)],
    ['a key without an end', 'KEY'.padEnd(1_000_000, '0')],
    ['addresses', `${room}?`.repeat(14_000)],
    ['an address of parameters', `${room}${'?client_token=aaaaaaaaaaaaaaaaaaaaaa'.repeat(25_000)}`],
    ['an address with a long value', `${room}?client_token=`.padEnd(1_000_000, 'a')],
  ])('takes no time over a megabyte of %s', (_name, text) => {
    const startedAt = performance.now();
    expect(findSecrets(text)).toEqual([]);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe('tokenAt', () => {
  const before = `headers: { Authorization: 'Bearer `;
  const text = `${before}${client}' }`;
  const start = before.length;
  const end = start + client.length;

  it.each([
    ['its start', start],
    ['its middle', start + 50],
    ['a dot', start + client.indexOf('.')],
    ['its end', end],
  ])('finds the token at %s', (_name, offset) => {
    expect(tokenAt(text, offset)).toMatchObject({
      start,
      end,
      decoded: { claims: { typ: 'access' } },
    });
  });

  it.each([
    ['before it', text, start - 2],
    ['behind it', text, end + 1],
    ['in another JWT', foreign, 20],
    ['in a token without grants', vendorRefreshToken, 20],
    ['in other text', 'const answer = 42;', 8],
    ['in an empty text', '', 0],
  ])('finds nothing %s', (_name, of, offset) => {
    expect(tokenAt(of, offset)).toBeUndefined();
  });

  it('takes no time in the middle of a long word', () => {
    const long = 'eyJ'.padEnd(5_000_000, 'a.');
    const startedAt = performance.now();
    expect(tokenAt(long, 2_500_000)).toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
