import { describe, expect, it } from 'vitest';
import {
  createWorld,
  key,
  never,
  newClientToken,
  newRefreshToken,
  refreshAnswer,
  room,
} from './world';

/** Two windows that show a room with both tokens. */
async function twoWindows() {
  const { transport, secrets, open } = createWorld();
  const one = open();
  const other = open();
  const refreshToken = newRefreshToken();
  transport.answer(201, refreshAnswer(newClientToken(600)));
  await one.tokens.refresh({ room, ttlSeconds: 600, refreshToken }, never);
  await secrets.settled();
  return { one, other, refreshToken, secrets };
}

type Window = Awaited<ReturnType<typeof twoWindows>>['one'];

const lostIn = ({ rooms }: Window) => rooms.get(key)?.lost;

async function detailsIn({ rooms, details }: Window) {
  const shown = rooms.get(key);
  return shown && details.read(shown);
}

describe('A token that VS Code can no longer read', () => {
  it('is named in every window, the other token stays', async () => {
    const { one, other, secrets } = await twoWindows();
    secrets.corrupt(`telnyxRooms.clientToken:${key}`);
    await expect(one.stored.token('client', key)).rejects.toMatchObject({ lost: true });
    await secrets.settled();
    expect([lostIn(one), lostIn(other)]).toEqual([['client'], ['client']]);
    await expect(other.stored.token('refresh', key)).resolves.toMatch(/^ey/);
  });

  it('is no longer missed anywhere once the very same one was entered again', async () => {
    const { one, other, refreshToken, secrets } = await twoWindows();
    secrets.corrupt(`telnyxRooms.refreshToken:${key}`);
    await expect(one.stored.token('refresh', key)).rejects.toMatchObject({ lost: true });
    await secrets.settled();
    expect((await detailsIn(other))?.refresh).toBeUndefined();

    await one.keeper.keep(room, { refresh: { token: refreshToken } });
    await secrets.settled();
    expect([lostIn(one), lostIn(other)]).toEqual([[], []]);
    expect((await detailsIn(other))?.refresh?.ok).toBe(true);
  });

  it('is named at once, before any event says so', async () => {
    const { one, secrets } = await twoWindows();
    one.otherWindows.dispose();
    for (const kind of ['client', 'refresh'] as const) {
      secrets.corrupt(`telnyxRooms.${kind}Token:${key}`);
      await expect(one.stored.token(kind, key)).rejects.toMatchObject({ lost: true });
      expect(lostIn(one)).toContain(kind);
    }
    expect(lostIn(one)).toEqual(['client', 'refresh']);
  });

  it('can be both, one after the other', async () => {
    const { one, other, secrets } = await twoWindows();
    for (const kind of ['refresh', 'client'] as const) {
      secrets.corrupt(`telnyxRooms.${kind}Token:${key}`);
      await expect(one.stored.token(kind, key)).rejects.toMatchObject({ lost: true });
      await secrets.settled();
    }
    for (const window of [one, other]) {
      expect(new Set(lostIn(window))).toEqual(new Set(['client', 'refresh']));
    }
  });
});
