import { describe, expect, it } from 'vitest';
import { connectionSentence } from '../../../src/display/connectionSentence';

const host = 'api.telnyx.com';
const nothingSent = /nothing was sent/;

describe('connectionSentence', () => {
  it.each([
    ['CERT_HAS_EXPIRED', /has expired/, /Check the date/],
    ['CERT_NOT_YET_VALID', /not valid yet/, /Check the date/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /certificate of another host/, /telnyxRooms\.apiBaseUrl/],
    ['UND_ERR_PRX_TLS', /certificate of another host/, /http\.proxy/],
    ['NODE_TLS_REJECT_UNAUTHORIZED', /trust any certificate/, /Take it out/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /is not trusted on this machine/, /http\.systemCertificates/],
    [undefined, /is not trusted on this machine/, /http\.systemCertificates/],
  ])('says of the certificate %s what is wrong and what to do', (systemCode, cause, step) => {
    const facts = systemCode === undefined ? {} : { systemCode };
    const sentence = connectionSentence('certificate', facts, host);
    for (const part of [cause, step, nothingSent, /^[A-Z].*\.$/]) {
      expect(sentence).toMatch(part);
    }
  });

  it.each([
    [407, /asks for a name and password/, /setting http\.proxy /],
    [403, /did not let the request through/, /http\.noProxy/],
    [undefined, /did not let the request through/, /http\.noProxy/],
  ])('says of a proxy that answers %s what to do', (status, cause, step) => {
    const sentence = connectionSentence('proxy', status === undefined ? {} : { status }, host);
    expect(sentence).toMatch(cause);
    expect(sentence).toMatch(step);
    expect(sentence).toContain(host);
  });
});
