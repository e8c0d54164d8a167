import { t } from '../../display/l10n';
import { expiryText } from '../../display/timeText';
import type { Services } from '../services';
import { copyClientToken } from './copyClientToken';
import { refreshRoomToken } from './refreshRoomToken';

const roomName = 'sandbox';

/** `Telnyx: Try the Sandbox`: starts it and adds a room of it, whose client token counts down at once. */
export async function trySandbox(services: Services): Promise<void> {
  const { apiKeys, clocks, keeper, messages, origins, rooms, sandbox, view } = services;
  const running = await sandbox.start();
  const { baseUrl } = running;
  origins.trustForThisSession(baseUrl);
  const present = rooms.all().find(({ record }) => record.sandbox && record.baseUrl === baseUrl);
  if (present) {
    await view.reveal(present.key, { focus: true });
    return;
  }
  // Rooms of a sandbox that ended with its window can never be refreshed again.
  await forgetSandboxRooms(services);
  const { id } = running.createRoom(roomName);
  const { token, refresh_token: refreshToken } = running.issueTokens(id);
  const room = await keeper.keep(
    { id, baseUrl, name: roomName, sandbox: true },
    { client: { token }, refresh: { token: refreshToken } },
  );
  await apiKeys.write(baseUrl, running.apiKey);
  await view.reveal(room.key, { focus: true });
  const expiry = expiryText(room.record.clientToken ?? {}, clocks.now(baseUrl));
  messages.info(
    t`The sandbox runs on this machine. Its room has a client token, ${expiry}.`,
    { label: t('Copy Token'), run: () => copyClientToken(services, room) },
    { label: t('Refresh Room Token'), run: () => refreshRoomToken(services, room.key) },
  );
}

/** `Telnyx: Stop the Sandbox`: ends it, and its room goes with it. */
export async function stopSandbox(services: Services): Promise<void> {
  await forgetSandboxRooms(services);
  await services.sandbox.stop();
}

/** Nothing of a sandbox outlives it: neither its rooms nor its API key. */
async function forgetSandboxRooms({ apiKeys, pinned, rooms, tokens }: Services): Promise<void> {
  const sandboxRooms = rooms.all().filter(({ record }) => record.sandbox);
  for (const { key, record } of sandboxRooms) {
    await tokens.forget(key);
    await apiKeys.remove(record.baseUrl);
    if (pinned.key === key) {
      await pinned.set(undefined);
    }
  }
}
