import { describe, expect, it } from 'vitest';
import { Routes } from '../../../src/net/routes';
import { withoutProxy } from '../../support/network/withoutProxy';

const telnyx = 'https://api.telnyx.com/v2/rooms';
const proxied = { ...withoutProxy, proxy: 'http://proxy.example:3128' };

describe('Routes', () => {
  it('begin with undici, or with VS Code where a proxy is set, and go on to the other', () => {
    const routes = new Routes();
    expect(routes.to(telnyx, withoutProxy)).toEqual(['undici', 'vscode']);
    expect(routes.to(telnyx, proxied)).toEqual(['vscode', 'undici']);
    expect(routes.to(telnyx, { ...proxied, proxySupport: 'off' })).toEqual(['undici', 'vscode']);
  });

  it.each(['undici', 'vscode'] as const)('keep to %s when the user says so', network => {
    const routes = new Routes();
    expect(routes.to(telnyx, { ...withoutProxy, network })).toEqual([network]);
    expect(routes.to(telnyx, { ...proxied, network })).toEqual([network]);
  });

  it.each(['http://127.0.0.1:4010/v2', 'http://[::1]:4010/v2', 'https://127.0.0.2:4010/v2'])(
    'take %s to no proxy, whatever is set',
    url => {
      for (const network of ['auto', 'undici', 'vscode'] as const) {
        expect(new Routes().to(url, { ...proxied, network })).toEqual(['undici']);
      }
    },
  );

  it('of this machine begin with undici; VS Code, which asks no proxy for it either, is next', () => {
    for (const url of ['https://localhost/', 'https://127.0.0.1:8443/', 'https://[::1]/']) {
      expect(new Routes().to(url, proxied)).toEqual(['undici', 'vscode']);
    }
  });

  it('remember for an origin what worked, and keep the other for when it no longer does', () => {
    const routes = new Routes();
    routes.remember(telnyx, withoutProxy, 'vscode');
    expect(routes.to('https://api.telnyx.com/v2/other', withoutProxy)).toEqual([
      'vscode',
      'undici',
    ]);
    expect(routes.to('https://api.telnyx.com:8443/v2', withoutProxy)).toEqual(['undici', 'vscode']);
    expect(routes.to('https://example.com/', withoutProxy)).toEqual(['undici', 'vscode']);
    expect(routes.to(telnyx, { ...withoutProxy, network: 'undici' })).toEqual(['undici']);
  });

  it.each([
    [{ proxy: 'http://other.example:3128' }],
    [{ noProxy: ['example.com'] }],
    [{ proxySupport: 'fallback' }],
  ])('begin anew when the proxy is set to be another: %j', change => {
    const routes = new Routes();
    routes.remember(telnyx, proxied, 'undici');
    expect(routes.to(telnyx, proxied)[0]).toBe('undici');
    expect(routes.to(telnyx, { ...proxied, ...change })[0]).toBe('vscode');
  });
});
