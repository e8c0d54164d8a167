import { TerminalProfile, window, type Disposable, type TerminalOptions } from 'vscode';
import type { LazyServices } from '../lazyServices';
import type { Messages } from '../messages/messages';

const id = 'telnyxRooms.room';

/** The terminal profile "Telnyx Room", as the manifest contributes it. */
export function registerRoomTerminalProfile(
  services: LazyServices,
  messages: Messages,
): Disposable {
  return window.registerTerminalProfileProvider(id, {
    async provideTerminalProfile() {
      let options: TerminalOptions | undefined;
      await messages.guard(id, async () => {
        const { profileOptions } = await import('../dialogs');
        options = await profileOptions(await services.load());
      });
      if (options === undefined) {
        // VS Code shows an error for a profile that does not come, and none whose text is empty.
        throw new Error('');
      }
      return new TerminalProfile(options);
    },
  });
}
