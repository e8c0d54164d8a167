import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { commandIds } from '../../src/vscode/commands/commandIds';
import type { HttpsFront } from '../support/network/httpsFront';
import { readTestAuthorities } from '../support/network/testAuthorities';
import { itInNewest } from './support/inNewest';
import { serveByHttps } from './support/proxiedApi';
import { setSetting } from './support/userSettings';
import { agreeToOrigin, useWorld } from './support/world';

const refreshed = /^Room token refreshed/;

describe('A certificate authority of the system', () => {
  const world = useWorld();
  let front: HttpsFront | undefined;

  afterEach(async () => {
    await front?.close();
    front = undefined;
  });

  async function refresh(): Promise<string> {
    const { sandbox, room, run, user } = world();
    const { system: authority } = await readTestAuthorities();
    front ??= await serveByHttps(sandbox, { authority, host: '127.0.0.1' });
    const first = [{ type: room.id }, 'enter', { type: room.refreshToken }, agreeToOrigin] as const;
    const again = [{ pick: room.shortId }, 'enter'] as const;
    const isFirst = front.connections() === 0;
    await run(commandIds.refreshToken, undefined, ...(isFirst ? first : again));
    return user.texts.at(-1) ?? '';
  }

  // VS Code 1.105 reads the system's certificates from fixed places, not from SSL_CERT_FILE.
  itInNewest('is trusted by way of VS Code, which is remembered', async () => {
    match(await refresh(), refreshed);
    strictEqual(front?.connections(), 2, 'one that undici gave up, and one of VS Code');
    match(await refresh(), refreshed);
    match(await refresh(), refreshed);
    strictEqual(front.requests.length, 3, 'each was sent once');
    strictEqual(front.connections(), 2, 'undici did not try again');
  });

  it('is not trusted by undici alone', async () => {
    await setSetting('network', 'undici');
    match(await refresh(), /^The certificate of 127\.0\.0\.1:\d+ is not trusted on this machine/);
    deepStrictEqual(front?.requests, []);
  });
});
