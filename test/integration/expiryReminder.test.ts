import { deepStrictEqual, match, ok, strictEqual } from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { window } from 'vscode';
import { commandIds } from '../../src/vscode/commands/commandIds';
import { itInNewest } from './support/inNewest';
import { endingPair } from './support/endingTokens';
import { eventually } from './support/eventually';
import { followLink, type ShownProgress } from './support/shownProgress';
import { setSetting, userSetting } from './support/userSettings';
import { agreeToOrigin, useWorld, type World } from './support/world';

const { addToken, refreshToken } = commandIds;

/** Adds a token that is seen in time, and waits for the word that it ends soon. */
async function reminder(world: World): Promise<ShownProgress> {
  await addShort(world);
  return world.user.openProgress('ends ');
}

/** How many there were so far; a call that takes long on a busy machine shows a progress too. */
function reminders({ progresses }: World['user']): number {
  return progresses.filter(({ title }) => title.includes('ends ')).length;
}

/** Of a token that is added, in seconds: enough to see it before the reminder is due with 2 s left. */
const secondsLeft = 6;

/** Adds a client token that ends soon. */
async function addShort({ sandbox, room, run }: World): Promise<void> {
  const { paste } = endingPair(sandbox, room.id, { client: { life: 300, left: secondsLeft } });
  await run(addToken, undefined, { type: paste });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

describe('The reminder of a client token that ends soon', () => {
  const world = useWorld();

  beforeEach(async () => {
    ok(window.state.focused, 'only the window with the focus reminds');
    await setSetting('notifyBeforeExpiry', 2);
  });

  it('comes once, before the end, and goes with it', async () => {
    const { user, room } = world();
    const shown = await reminder(world());
    match(
      shown.title,
      new RegExp(`^The client token of room ${room.shortId} ends \\d\\d:\\d\\d:\\d\\d\\.`),
    );
    ok(shown.isOpen);
    await eventually(() => !shown.isOpen);
    strictEqual(reminders(user), 1, 'never twice');
    deepStrictEqual(user.texts.slice(1), [], 'no other message');
  });

  itInNewest('goes when auto-refresh is turned on with its link', async () => {
    const { sandbox, user, room, roomDetail } = world();
    const shown = await reminder(world());
    user.will(agreeToOrigin);
    await followLink(shown.title, 'Turn On Auto-Refresh');
    ok(!shown.isOpen);
    await eventually(() => sandbox.requests[0]?.status === 201);
    match(await roomDetail(), /next refresh/);
    ok(user.texts.includes(`Kept: ${user.inputs[0]?.remarks[0]?.text ?? ''}.`), room.id);
  });

  itInNewest('goes when the token is refreshed with its link', async () => {
    const { sandbox, user, room } = world();
    const shown = await reminder(world());
    user.will('enter', agreeToOrigin);
    await followLink(shown.title, 'Refresh');
    ok(!shown.isOpen);
    match(sandbox.requests[0]?.path ?? '', new RegExp(`${room.id}/actions/refresh_client_token`));
    strictEqual(reminders(user), 1);
  });

  itInNewest('makes no link of a name with an open bracket', async () => {
    const { user, room, run } = world();
    await addShort(world());
    await run(commandIds.renameRoom, room.key, { type: '[Click here, then' });
    const { title } = await user.openProgress('ends ');
    match(
      title,
      /^The client token of room \(Click here, then ends \d\d:\d\d:\d\d\. \[Refresh\]\(/,
    );
  });

  itInNewest('goes when the room is forgotten', async () => {
    const { room, run } = world();
    const shown = await reminder(world());
    await run(commandIds.forgetRoom, room.key, { press: 'Forget' });
    await eventually(() => !shown.isOpen);
  });

  itInNewest('can be closed, and does not come back for the same token', async () => {
    const { user, run, room } = world();
    const shown = await reminder(world());
    shown.cancel();
    await eventually(() => !shown.isOpen);
    await run(commandIds.pinRoom, room.key);
    await pause(2500);
    strictEqual(reminders(user), 1);
  });

  itInNewest('comes again for the next token', async () => {
    const { user } = world();
    const first = await reminder(world());
    const second = await reminder(world());
    ok(!first.isOpen);
    await eventually(() => !second.isOpen);
    strictEqual(reminders(user), 2);
  });

  itInNewest("never comes again after Don't Show Again, which is a setting", async () => {
    const { user } = world();
    const shown = await reminder(world());
    await followLink(shown.title, "Don't Show Again");
    strictEqual(userSetting('notifyBeforeExpiry'), 0);
    await eventually(() => !shown.isOpen);
    await addShort(world());
    await pause(secondsLeft * 1000);
    strictEqual(reminders(user), 1);
  });

  itInNewest('never comes where auto-refresh is on', async () => {
    const { sandbox, user, room, run } = world();
    await setSetting('autoRefresh', true);
    await setSetting('notifyBeforeExpiry', 60);
    await run(
      refreshToken,
      undefined,
      ...[{ type: room.id }, { type: '10' }],
      {
        type: room.refreshToken,
      },
      agreeToOrigin,
    );
    await eventually(() => sandbox.requests.length === 2);
    strictEqual(reminders(user), 0);
  });

  itInNewest(
    'never comes for a token that was near its end when this window first saw it',
    async () => {
      const { sandbox, user, room, run } = world();
      await setSetting('notifyBeforeExpiry', 60);
      const { paste } = endingPair(sandbox, room.id, { client: { life: 300, left: 3 } });
      await run(addToken, undefined, { type: paste });
      await pause(3000);
      strictEqual(reminders(user), 0);
    },
  );
});
