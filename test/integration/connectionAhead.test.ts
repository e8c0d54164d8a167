import { deepStrictEqual, match, strictEqual } from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { commandIds } from '../../src/vscode/commands/commandIds';
import type { HttpsFront } from '../support/network/httpsFront';
import { readTestAuthorities } from '../support/network/testAuthorities';
import { eventually } from './support/eventually';
import { serveByHttps } from './support/proxiedApi';
import { agreeToOrigin, useWorld } from './support/world';

const { newToken, refreshToken } = commandIds;

describe('The connection for a refresh', () => {
  const world = useWorld();
  let front: HttpsFront | undefined;

  afterEach(async () => {
    await front?.close();
    front = undefined;
  });

  /** Refreshes a room for the first time over HTTPS, and cuts the connection of that. */
  async function refreshedOnce(): Promise<HttpsFront> {
    const { sandbox, room, run } = world();
    const { extra: authority } = await readTestAuthorities();
    front = await serveByHttps(sandbox, { authority, host: '127.0.0.1' });
    const connections = front.connections;
    const untrusted = { until: () => connections() === 0 };
    const answers = [{ type: room.id }, 'enter', untrusted, { type: room.refreshToken }] as const;
    await run(refreshToken, undefined, ...answers, agreeToOrigin);
    strictEqual(front.connections(), 1, 'none was opened before the user agreed');
    front.cut();
    return front;
  }

  it('is open before the last Enter, and carries it', async () => {
    const { run, user, room } = world();
    const { connections, requests } = await refreshedOnce();
    const opened = { until: () => connections() === 2 };
    await run(refreshToken, undefined, { pick: room.shortId }, opened, 'enter');
    match(user.texts.at(-1) ?? '', /^Room token refreshed/);
    deepStrictEqual([connections(), requests.length], [2, 2]);
  });

  it('is open before an API key is entered, and carries all that a new token takes', async () => {
    const { sandbox, run, user } = world();
    const { connections, requests } = await refreshedOnce();
    const opened = { until: () => connections() === 2 };
    const answers = [{ pick: 'stand-up' }, { pick: '60 s' }, { pick: '4 h' }] as const;
    await run(newToken, undefined, opened, { type: sandbox.apiKey }, ...answers);
    match(user.texts.at(-1) ?? '', /^New token for room stand-up/);
    // The key is checked, the rooms are listed, and the pair is made.
    deepStrictEqual([connections(), requests.length], [2, 1 + 3]);
  });

  it('is closed when the user leaves, with nothing sent', async () => {
    const { run, room } = world();
    const { connections, requests, open } = await refreshedOnce();
    const opened = { until: () => connections() === 2 };
    await run(refreshToken, undefined, { pick: room.shortId }, opened, 'escape');
    await eventually(() => open() === 0);
    deepStrictEqual([connections(), requests.length], [2, 1]);
  });
});
