import { TerminalProfile, type TerminalOptions } from 'vscode';
import type { Messages } from '../messages/messages';
import type { LazyServices } from '../services';
import { terminalProfileId } from './terminalProfileId';

/** Asks what the profile takes, and makes it. Rejects where there is none, which has then been said. */
export async function roomTerminalProfile(
  services: LazyServices,
  messages: Messages,
): Promise<TerminalProfile> {
  let options: TerminalOptions | undefined;
  await messages.guard(terminalProfileId, async () => {
    const { profileOptions } = await import('../dialogs');
    options = await profileOptions(await services.load());
  });
  if (options === undefined) {
    // VS Code shows an error for a profile that does not come, and none whose text is empty.
    throw new Error('');
  }
  return new TerminalProfile(options);
}
