import { TerminalProfile, window, type Disposable, type TerminalOptions } from 'vscode';
import type { Services } from '../services';

const id = 'telnyxRooms.room';

/** The terminal profile "Telnyx Room", as the manifest contributes it. */
export function registerRoomTerminalProfile(services: Services): Disposable {
  return window.registerTerminalProfileProvider(id, {
    async provideTerminalProfile() {
      let options: TerminalOptions | undefined;
      await services.messages.guard(id, async () => {
        const { profileOptions } = await import('./profileOptions');
        options = await profileOptions(services);
      });
      if (options === undefined) {
        // VS Code shows an error for a profile that does not come, and none whose text is empty.
        throw new Error('');
      }
      return new TerminalProfile(options);
    },
  });
}
