import { window } from 'vscode';
import type { Services } from '../services';

const forget = 'Forget Everything';

/** Deletes every secret and every room that the extension ever stored, after a yes. */
export async function forgetEverything(services: Services): Promise<void> {
  const answer = await window.showWarningMessage(
    'Forget everything?',
    {
      modal: true,
      detail:
        'Every room, every token and every API key that Telnyx Room Tokens has stored is deleted. Settings stay.',
    },
    forget,
  );
  if (answer !== forget) {
    return;
  }
  const { apiKeys, launchConsent, messages, origins, pinned, sandbox, secretStore, tokens } =
    services;
  await sandbox.stop();
  await tokens.forgetAll();
  await apiKeys.removeAll();
  // Whatever no record leads to any more: keys of lost records, or of a newer version.
  const leftover = (await secretStore.keys()) ?? [];
  await Promise.all(leftover.map(key => secretStore.delete(key)));
  await origins.forgetAll();
  await pinned.set(undefined);
  await launchConsent.revoke();
  messages.info('Everything was forgotten.');
}
