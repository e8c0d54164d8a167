import { deepStrictEqual, doesNotMatch, match, strictEqual } from 'node:assert/strict';
import { env } from 'node:process';
import { after, afterEach, before, beforeEach, describe, it } from 'mocha';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { createAuthority } from '../support/network/certificates';
import {
  startConnectProxy,
  type ConnectProxy,
  type ProxyBehaviour,
} from '../support/network/connectProxy';
import type { HttpsFront } from '../support/network/httpsFront';
import { readTestAuthorities, type TestAuthorities } from '../support/network/testAuthorities';
import { resetHostSettings, setHostSetting } from './support/hostSettings';
import { serveByHttps, type HttpsOptions } from './support/proxiedApi';
import { setSetting } from './support/userSettings';
import { agreeToOrigin, useWorld } from './support/world';

const refreshed = /^Room token refreshed/;

describe('With a proxy set in VS Code', () => {
  const world = useWorld();
  let authorities: TestAuthorities;
  let proxy: ConnectProxy;
  let behaviour: ProxyBehaviour;
  let front: HttpsFront | undefined;

  before(async () => {
    authorities = await readTestAuthorities();
    // One for all tests: VS Code 1.105 keeps to the first proxy that a window has used.
    proxy = await startConnectProxy(() => behaviour);
  });
  beforeEach(async () => {
    behaviour = {};
    proxy.targets.length = 0;
    await setHostSetting('http.proxy', proxy.url.replace('//', '//user:pass@'));
    // Else VS Code's fetch does not trust what NODE_EXTRA_CA_CERTS names.
    await setHostSetting('http.systemCertificates', false);
  });
  afterEach(async () => {
    await resetHostSettings();
    await front?.close();
    front = undefined;
  });
  after(() => proxy.close());

  /** Refreshes a room of an API that is known to the proxy only; gives back what the user was told. */
  async function refresh(options: Partial<HttpsOptions> = {}): Promise<string> {
    const { sandbox, room, run, user } = world();
    front = await serveByHttps(sandbox, { authority: authorities.extra, ...options });
    const answers = [{ type: room.id }, 'enter', { type: room.refreshToken }] as const;
    await run(commandIds.refreshToken, undefined, ...answers, agreeToOrigin);
    return user.texts.at(-1) ?? '';
  }

  it('a refresh goes through it, once', async () => {
    match(await refresh(), refreshed);
    deepStrictEqual(proxy.targets, [`api.telnyx.test:${String(front?.port)}`]);
    strictEqual(front?.requests.length, 1);
    match(front.requests[0] ?? '', /^POST .*refresh_client_token$/);
  });

  it('a refresh whose answer is lost is asked for once more, as without a proxy', async () => {
    world().sandbox.failNext({ kind: 'reset' });
    match(await refresh(), refreshed);
    strictEqual(front?.requests.length, 2);
  });

  it('a name and password are sent to it where the setting has them', async () => {
    behaviour = { credentials: 'user:pass' };
    match(await refresh(), refreshed);
    strictEqual(proxy.authorizations.at(-1), `Basic ${btoa('user:pass')}`);
  });

  it('one that wants another name and password is told from an API that can not be reached', async () => {
    behaviour = { credentials: 'user:other' };
    const said = await refresh();
    match(said, /^The proxy .* asks for a name and password.*setting http\.proxy .*\(HTTP 407\)$/);
    doesNotMatch(said, /user|pass@/);
    strictEqual(front?.connections(), 0);
  });

  it('one that answers with a page is told by its status, not by its page', async () => {
    behaviour = { page: 403 };
    match(await refresh(), /^The proxy .* did not let the request through\..*\(HTTP 403\)$/);
    strictEqual(front?.connections(), 0);
  });

  for (const [name, value] of [
    ['http.noProxy', ['api.telnyx.test']],
    ['http.proxySupport', 'off'],
  ] as const) {
    it(`it is left out by ${name}`, async () => {
      await setHostSetting(name, value);
      match(await refresh(), /could not be reached.*(ENOTFOUND|EAI_AGAIN)/);
      deepStrictEqual(proxy.targets, []);
    });
  }

  it('it is left out by the choice of undici', async () => {
    await setSetting('network', 'undici');
    match(await refresh(), /could not be reached.*(ENOTFOUND|EAI_AGAIN)/);
    deepStrictEqual(proxy.targets, []);
  });

  it('it is taken by the choice of VS Code', async () => {
    await setSetting('network', 'vscode');
    match(await refresh(), refreshed);
    strictEqual(proxy.targets.length, 1);
  });

  it('it does not get what is for the sandbox', async () => {
    const { refreshOnce, user } = world();
    await refreshOnce();
    match(user.texts.at(-1) ?? '', refreshed);
    deepStrictEqual(proxy.targets, []);
  });

  it('it does not get what is for this machine by HTTPS', async () => {
    match(await refresh({ host: '127.0.0.1' }), refreshed);
    deepStrictEqual(proxy.targets, []);
  });

  it('it does not get what is for this machine when nobody listens there', async () => {
    match(await refresh({ host: '127.0.0.2' }), /could not be reached.*ECONNREFUSED/);
    deepStrictEqual(proxy.targets, []);
  });

  it('a certificate of nobody known is not trusted, whatever http.proxyStrictSSL says', async () => {
    await setHostSetting('http.proxyStrictSSL', false);
    const authority = await createAuthority('Nobody');
    match(await refresh({ authority }), /^The certificate of .* is not trusted on this machine/);
    deepStrictEqual(front?.requests, []);
  });

  it('a certificate of another host is not trusted', async () => {
    match(await refresh({ certificateOf: 'other.test' }), /has the certificate of another host/);
    deepStrictEqual(front?.requests, []);
  });

  it('a certificate that has expired is not trusted', async () => {
    match(await refresh({ expired: true }), /^The certificate of .* has expired/);
    deepStrictEqual(front?.requests, []);
  });

  it('an API key that can not be checked because of it is told so', async () => {
    behaviour = { page: 403 };
    const { sandbox, run, user } = world();
    front = await serveByHttps(sandbox, { authority: authorities.extra });
    const answers = [{ type: sandbox.apiKey }, agreeToOrigin, 'escape'] as const;
    await run(commandIds.setApiKey, undefined, ...answers);
    match(user.texts.at(-1) ?? '', /^The API key could not be checked\. The proxy .* did not let/);
    strictEqual(front.connections(), 0);
  });

  it('nothing is sent where the environment switches certificate checks off', async () => {
    env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const authority = await createAuthority('Nobody');
      match(await refresh({ authority }), /^NODE_TLS_REJECT_UNAUTHORIZED=0 in the environment/);
      strictEqual(front?.connections(), 0);
    } finally {
      Reflect.deleteProperty(env, 'NODE_TLS_REJECT_UNAUTHORIZED');
    }
  });
});
