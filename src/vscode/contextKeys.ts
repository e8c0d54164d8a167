import { commands, Disposable } from 'vscode';
import type { LaunchConsent } from '../core/launch/launchConsent';
import type { RoomView } from '../core/rooms/roomList';
import type { ApiKeys } from '../core/secrets/apiKeys';
import { settings } from './settings';

/** Keeps the context keys that menus and the welcome text ask for. */
export function maintainContextKeys(
  rooms: RoomView,
  apiKeys: ApiKeys,
  launchConsent: LaunchConsent,
): Disposable {
  const values = new Map<string, boolean>();
  const set = (name: string, value: boolean) => {
    if (values.get(name) !== value) {
      values.set(name, value);
      void commands.executeCommand('setContext', `telnyxRooms.${name}`, value);
    }
  };
  const update = () => {
    const baseUrl = settings.apiBaseUrl();
    set('hasApiKey', baseUrl.ok && apiKeys.has(baseUrl.baseUrl));
    set('givesTokens', launchConsent.isGiven);
    updateRooms();
  };
  const updateRooms = () => {
    const all = rooms.all();
    set('hasRooms', all.length > 0);
    set(
      'hasSandboxRoom',
      all.some(room => room.record.sandbox),
    );
  };
  update();
  return Disposable.from(
    rooms.onDidChange(updateRooms),
    apiKeys.onDidChange(update),
    launchConsent.onDidChange(update),
    settings.onDidChange('apiBaseUrl')(update),
  );
}
