import { describe, expect, it } from 'vitest';
import { recognizePaste } from '../../../../src/core/paste/recognizePaste';
import { clientToken, otherRoomId, refreshToken, roomId } from '../../../support/telnyxTokens';

const now = Date.parse('2026-11-23T12:00:00Z');
const seconds = now / 1000;
const client = clientToken({ iat: seconds, exp: seconds + 600 });
const refresh = refreshToken({ iat: seconds, exp: seconds + 3600 });
const apiKey = 'KEY0123456789ABCDEF0123456789ABCDEF_0123456789abcdef-_0123';

const data = {
  token: client,
  token_expires_at: '2026-11-23T12:10:00Z',
  refresh_token: refresh,
  refresh_token_expires_at: '2026-11-23T13:00:00Z',
};
const generateAnswer = JSON.stringify({ data }, undefined, 2);
const address = `https://api.telnyx.com/v2/rooms/${roomId}/actions/refresh_client_token`;
const body = JSON.stringify({ token_ttl_secs: 600, refresh_token: refresh }, undefined, 2);
const curl = `curl -L '${address}' \\\n-H 'Content-Type: application/json' \\\n-d '${body}'`;
const responseHead = `HTTP/2 201\ndate: Mon, 23 Nov 2026 12:00:00 GMT\ncontent-type: application/json; charset=utf-8\nx-request-id: ${otherRoomId}\nset-cookie: session_token=0123456789abcdefghijklm; path=/\n\n`;
const progress =
  '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n' +
  '100  1024  100   900  100   124   9000   1240 --:--:-- --:--:-- --:--:-- 10240\n';

const clientForms: readonly (readonly [string, string])[] = [
  ['the token alone', client],
  ['blanks around it', `\n\t ${client} \n`],
  ['quotes and a comma around it', `"${client}",`],
  ['typographic quotes around it', `“${client}”`],
  ['a bearer', `Bearer ${client}`],
  ['a header', `authorization: bearer ${client}`],
  ['the middle of a sentence', `Use the token ${client}. It lasts ten minutes.`],
  ['the answer of a refresh', JSON.stringify({ data: { token: client } })],
  [
    "the answer's data",
    JSON.stringify({ token: client, token_expires_at: '2026-11-23T12:10:00Z' }),
  ],
  ['a JavaScript object from a console', `{ token: '${client}', token_expires_at: '…' }`],
  ['a query parameter', `https://app.example/room?client_token=${client}`],
  ['the fragment of an address', `https://app.example/room#token=${client}`],
  ['an assignment in code', `room.updateClientToken('${client}');`],
];

const refreshForms: readonly (readonly [string, string])[] = [
  ['the token alone', refresh],
  ['a bearer', `Bearer ${refresh}`],
  ['an .env line', `REFRESH_TOKEN=${refresh}`],
  ['an .env line of any name', `VITE_TELNYX_DEV="${refresh}"`],
  ['an exported variable', `export TELNYX_REFRESH_TOKEN='${refresh}'`],
  ['a variable of PowerShell', `$env:REFRESH_TOKEN = "${refresh}"`],
  ['a variable of cmd', `set REFRESH_TOKEN=${refresh}`],
  ['a line of YAML', `refreshToken: ${refresh} # until 13:00`],
  ['a Ruby hash', `{:refresh_token=>"${refresh}"}`],
  [
    'an option of a command',
    `telnyx rooms:actions refresh-client-token --refresh-token ${refresh}`,
  ],
  ['a body', body],
  ['curl', curl],
  ['curl with an API key', curl.replace('-d', `-H 'Authorization: Bearer ${apiKey}' \\\n-d`)],
  [
    'curl with a body in double quotes',
    `curl ${address} -d "{\\"refresh_token\\":\\"${refresh}\\"}"`,
  ],
  ['curl with a form', `curl ${address} -drefresh_token=${refresh}`],
  [
    'curl for cmd',
    `curl ^"${address}^" --data-raw ^"^{^\\^"refresh_token^\\^":^\\^"${refresh}^\\^"^}^"`,
  ],
  ['JSON in a JSON string', JSON.stringify({ body: JSON.stringify({ refresh_token: refresh }) })],
];

const pairForms: readonly (readonly [string, string])[] = [
  ['both tokens', `${client} ${refresh}`],
  ['the answer of generate', generateAnswer],
  ['its data', JSON.stringify(data)],
  ['its answer as a string', JSON.stringify(generateAnswer)],
  [
    'its answer in reverse order',
    JSON.stringify(Object.fromEntries(Object.entries(data).reverse())),
  ],
  ['the output of curl -i', responseHead + generateAnswer],
  ['the output of curl with its progress', progress + generateAnswer],
  ['curl and its output', `$ ${curl}\n${JSON.stringify({ data: { token: client } })}`],
  [
    'the address of the sample app',
    `http://localhost:3000/rooms/${roomId}?client_token=${client}&refresh_token=${refresh}`,
  ],
  [
    'an address in HTML',
    `http://localhost:3000/?client_token=${client}&amp;refresh_token=${refresh}`,
  ],
  [
    'an address in JSON of Go',
    `{"url":"http://localhost/?client_token=${client}\\u0026refresh_token=${refresh}"}`,
  ],
  [
    'an encoded address',
    `http://localhost/?client_token=${encoded(client)}&refresh_token=${encoded(refresh)}`,
  ],
  [
    'an address in an address',
    `https://login.example/?next=${encodeURIComponent(`/?client_token=${client}&refresh_token=${refresh}`)}`,
  ],
  [
    'an .env file',
    `# video\nAPI_URL=https://api.telnyx.com/v2\nTELNYX_API_KEY=${apiKey}\nexport ROOM_TOKEN="${client}"\nROOM_REFRESH_TOKEN='${refresh}'\n`,
  ],
  ['wrong names', `refresh_token=${client}&client_token=${refresh}`],
];

/** Percent-encodes the dots too, as some tools do. */
function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('.', '%2E');
}

/** Each form as it is, and as an input box makes it. */
function inBothShapes(forms: readonly (readonly [string, string])[]) {
  return forms.flatMap(([name, text]) => [
    [name, text] as const,
    ...(text.includes('\n') ? [[`${name}, without line breaks`, singleLine(text)] as const] : []),
  ]);
}

function singleLine(text: string): string {
  return text.replaceAll('\n', ' ');
}

const clientPasted = {
  kind: 'client',
  token: client,
  times: { issuedAt: now, expiresAt: now + 600_000 },
  roomIds: [roomId],
  certain: true,
};
const refreshPasted = {
  kind: 'refresh',
  token: refresh,
  times: { issuedAt: now, expiresAt: now + 3_600_000 },
  roomIds: [roomId],
  certain: true,
};

describe('recognizePaste', () => {
  it.each(inBothShapes(clientForms))('finds a client token: %s', (_name, text) => {
    expect(recognizePaste(text, now)).toEqual({ kind: 'tokens', client: clientPasted, roomId });
  });

  it.each(inBothShapes(refreshForms))('finds a refresh token: %s', (_name, text) => {
    expect(recognizePaste(text, now)).toEqual({ kind: 'tokens', refresh: refreshPasted, roomId });
  });

  it.each(inBothShapes(pairForms))('finds both tokens: %s', (_name, text) => {
    expect(recognizePaste(text, now)).toEqual({
      kind: 'tokens',
      client: clientPasted,
      refresh: refreshPasted,
      roomId,
    });
  });
});
