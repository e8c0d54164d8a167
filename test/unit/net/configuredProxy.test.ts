import { describe, expect, it } from 'vitest';
import { configuredProxy } from '../../../src/net/configuredProxy';

const proxy = 'http://proxy.example:3128';
const telnyx = 'https://api.telnyx.com/v2';

function asks(url: string, settings: Partial<Parameters<typeof configuredProxy>[1]>): boolean {
  const none = { proxy: '', noProxy: [], proxySupport: 'override', environment: {} };
  return configuredProxy(new URL(url), { ...none, ...settings }) !== undefined;
}

describe('configuredProxy', () => {
  it('knows none where none is set', () => {
    expect(asks(telnyx, {})).toBe(false);
    expect(asks(telnyx, { proxy: ' ', environment: { HTTPS_PROXY: '' } })).toBe(false);
  });

  it("reads VS Code's setting first, and answers it as it stands there", () => {
    const settings = { proxy, noProxy: [], proxySupport: 'override' };
    const environment = { HTTPS_PROXY: 'http://other.example:8080' };
    expect(configuredProxy(new URL(telnyx), { ...settings, environment })).toBe(proxy);
    expect(asks(telnyx, { proxy })).toBe(true);
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
    'reads %s',
    name => {
      expect(asks(telnyx, { environment: { [name]: proxy } })).toBe(true);
    },
  );

  it.each(['on', 'fallback', 'override', 'off'])('heeds http.proxySupport: %s', proxySupport => {
    const environment = { HTTPS_PROXY: proxy };
    expect(asks(telnyx, { proxy, environment, proxySupport })).toBe(proxySupport !== 'off');
  });

  it.each([
    'https://localhost:8443/v2',
    'https://127.0.0.1:8443/v2',
    'https://127.1.2.3/v2',
    'https://[::1]:8443/v2',
  ])('leaves this machine to itself: %s', url => {
    expect(asks(url, { proxy, environment: { ALL_PROXY: proxy } })).toBe(false);
  });

  it('does not take a name that begins like an address for this machine', () => {
    expect(asks('https://127.0.0.1.example.com/', { proxy })).toBe(true);
    expect(asks('https://localhost.example.com/', { proxy })).toBe(true);
  });

  it.each([
    ['*', true],
    ['api.telnyx.com', true],
    [' API.Telnyx.com ', true],
    ['telnyx.com', true],
    ['.telnyx.com', true],
    ['telnyx.com:443', true],
    ['telnyx.com:8443', false],
    ['elnyx.com', false],
    ['api.telnyx.com.example', false],
    ['', false],
  ])('makes an exception for %s: %s', (exception, excepted) => {
    expect(asks(telnyx, { proxy, noProxy: [exception] })).toBe(!excepted);
    for (const name of ['NO_PROXY', 'no_proxy']) {
      const environment = { [name]: `example.com,${exception}` };
      expect(asks(telnyx, { proxy, environment })).toBe(!excepted);
    }
  });

  it('compares the port that the URL names', () => {
    expect(asks('https://telnyx.com:8443/', { proxy, noProxy: ['telnyx.com:8443'] })).toBe(false);
    expect(asks('https://telnyx.com:8443/', { proxy, noProxy: ['telnyx.com:443'] })).toBe(true);
  });

  it('reads no exceptions of the environment where VS Code has some', () => {
    const environment = { NO_PROXY: 'telnyx.com' };
    expect(asks(telnyx, { proxy, noProxy: ['example.com'], environment })).toBe(true);
  });
});
