import { roomKey } from '../../core/rooms/roomIdentity';
import { t } from '../../display/l10n';
import type { Services } from '../services';
import { refreshRoomToken } from './refreshRoomToken';

const roomName = 'sandbox';

/** `Telnyx: Try the Sandbox`: starts it and adds a room with a refresh token for it. */
export async function trySandbox(services: Services): Promise<void> {
  const { apiKeys, keeper, messages, origins, rooms, sandbox, view } = services;
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
  const { refresh_token: refreshToken } = running.issueTokens(id);
  const room = { id, baseUrl, name: roomName, sandbox: true };
  await keeper.keep(room, { refresh: { token: refreshToken } });
  await apiKeys.write(baseUrl, running.apiKey);
  const key = roomKey({ id, baseUrl });
  await view.reveal(key, { focus: true });
  messages.info(t('The sandbox runs on this machine, with a room and a refresh token to try.'), {
    label: t('Refresh Room Token'),
    run: () => refreshRoomToken(services, key),
  });
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
