import type { TokenPair } from '../../../src/sandbox/startSandbox';

/** Something that a developer has at hand, and which tokens of a pair it holds. */
export interface PasteForm {
  readonly name: string;
  readonly text: string;
  readonly holds: 'client token' | 'refresh token' | 'both';
}

/** Every form that tokens come in, with the tokens of this pair. */
export function pasteForms(roomId: string, pair: TokenPair): readonly PasteForm[] {
  const { token, token_expires_at, refresh_token } = pair;
  const url = `https://api.telnyx.com/v2/rooms/${roomId}/actions/refresh_client_token`;
  return [
    { name: 'a client token', text: token, holds: 'client token' },
    { name: 'a refresh token', text: ` "${refresh_token}" `, holds: 'refresh token' },
    { name: 'a bearer', text: `Authorization: Bearer ${token}`, holds: 'client token' },
    {
      name: 'the answer of generate',
      text: JSON.stringify({ data: pair }, null, 2),
      holds: 'both',
    },
    { name: 'its data', text: JSON.stringify(pair), holds: 'both' },
    {
      name: 'the answer of refresh',
      text: JSON.stringify({ data: { token, token_expires_at } }),
      holds: 'client token',
    },
    {
      name: 'a line of an .env file',
      text: `TELNYX_REFRESH_TOKEN='${refresh_token}'`,
      holds: 'refresh token',
    },
    {
      name: 'lines of an .env file',
      text: `PORT=3000\nTELNYX_CLIENT_TOKEN=${token}\nexport TELNYX_REFRESH_TOKEN=${refresh_token}\n`,
      holds: 'both',
    },
    {
      name: 'a curl command',
      text: `curl -X POST ${url} \\\n  -H "Content-Type: application/json" \\\n  -d '{"token_ttl_secs":600,"refresh_token":"${refresh_token}"}'`,
      holds: 'refresh token',
    },
    {
      name: 'the output of curl -i',
      text: `HTTP/2 201\r\ncontent-type: application/json\r\nx-request-id: 5\r\n\r\n${JSON.stringify({ data: pair })}`,
      holds: 'both',
    },
    {
      name: 'an address of the sample app',
      text: `http://localhost:3000/rooms/${roomId}?client_token=${token}&refresh_token=${refresh_token}`,
      holds: 'both',
    },
  ];
}
