import { describe, expect, it } from 'vitest';
import { roomTerminal } from '../../../src/display/roomTerminal';
import { roomId } from '../../support/telnyxTokens';

const now = Date.parse('2027-01-15T08:00:00Z');
const expiresAt = Date.parse('2027-01-15T08:10:00Z');
const record = {
  id: roomId,
  baseUrl: 'https://api.telnyx.com/v2',
  name: 'stand-up',
  sandbox: false,
  clientToken: { expiresAt },
};

describe('A room terminal', () => {
  it('has the token, the room and the end of the token in its environment, and nothing else', () => {
    expect(roomTerminal(record, 'a.token', now).env).toEqual({
      TELNYX_CLIENT_TOKEN: 'a.token',
      TELNYX_ROOM_ID: roomId,
      TELNYX_CLIENT_TOKEN_EXPIRES_AT: '2027-01-15T08:10:00Z',
    });
  });

  it("says where the API is when it is not Telnyx's own", () => {
    const baseUrl = 'http://127.0.0.1:8080/v2';
    const { env } = roomTerminal({ ...record, baseUrl, sandbox: true }, 'a.token', now);
    expect(env).toMatchObject({ TELNYX_BASE_URL: baseUrl });
  });

  it('names no end where none is known', () => {
    const { env, message } = roomTerminal({ ...record, clientToken: {} }, 'a.token', now);
    expect(Object.keys(env)).toEqual(['TELNYX_CLIENT_TOKEN', 'TELNYX_ROOM_ID']);
    expect(message).toMatch(/ no expiry known\.$/);
  });

  it('says the room in its name, and room and end in its message, never the token', () => {
    const { name, message } = roomTerminal(record, 'a.token', now);
    expect(name).toBe('Telnyx: stand-up');
    expect(message).toMatch(/^TELNYX_CLIENT_TOKEN is .* of room stand-up, valid until [\d:]+\. /);
    expect(message).not.toContain('a.token');
  });

  it('lets no name of a room move the cursor or colour the screen', () => {
    const odd = { ...record, name: '\u001b[31mred\u001b]0;title\u0007\r\nline' };
    const { name, message } = roomTerminal(odd, 'a.token', now);
    expect(name + message).not.toMatch(/\p{Cc}/u);
  });
});
