import { describe, expect, it } from 'vitest';
import { originOf, parseApiBaseUrl } from '../../../../src/core/api/apiBaseUrl';

describe('parseApiBaseUrl', () => {
  it.each([
    ['https://api.telnyx.com/v2', 'https://api.telnyx.com/v2'],
    ['  https://api.telnyx.com/v2/  ', 'https://api.telnyx.com/v2'],
    ['https://proxy.example:8443', 'https://proxy.example:8443'],
    ['http://127.0.0.1:4010/v2//', 'http://127.0.0.1:4010/v2'],
    ['http://127.1/v2', 'http://127.0.0.1/v2'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['https://api.example/v2?', 'https://api.example/v2'],
    ['https://api.example/v2/#', 'https://api.example/v2'],
    // Well-formed, but another origin: it takes a yes before anything is sent there.
    ['https://api.telnyx.com.evil.example/v2', 'https://api.telnyx.com.evil.example/v2'],
  ])('accepts %s', (text, baseUrl) => {
    expect(parseApiBaseUrl(text)).toEqual({ ok: true, baseUrl });
  });

  it.each([
    ['', 'notAUrl'],
    ['api.telnyx.com', 'notAUrl'],
    ['http://api.telnyx.com/v2', 'notSecure'],
    ['http://localhost:4010', 'notSecure'],
    ['http://127.0.0.1.evil.example', 'notSecure'],
    ['http://128.0.0.1', 'notSecure'],
    ['ftp://127.0.0.1', 'notSecure'],
    ['javascript:alert(1)', 'notSecure'],
    ['https://user:secret@api.telnyx.com', 'hasCredentials'],
    ['https://user@api.telnyx.com', 'hasCredentials'],
    ['https://:secret@api.telnyx.com', 'hasCredentials'],
    ['https://api.telnyx.com/v2?x=1', 'hasQuery'],
    ['https://api.telnyx.com/v2#x', 'hasQuery'],
  ])('refuses %s', (text, reason) => {
    expect(parseApiBaseUrl(text)).toEqual({ ok: false, reason });
  });

  it('tells look-alike hosts apart by their origin', () => {
    const telnyx = originOf('https://api.telnyx.com/v2');
    for (const other of [
      'https://api.telnyx.com.evil.example/v2',
      'https://api.telnyx.com:8443/v2',
      'https://apiXtelnyx.com/v2',
    ]) {
      expect(originOf(other)).not.toBe(telnyx);
    }
  });
});
