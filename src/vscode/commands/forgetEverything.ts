import { window } from 'vscode';
import { forgottenLinksText } from '../../display/forgottenLinksText';
import { shownPath } from '../envFiles/shownPath';
import type { Services } from '../services';

const forget = 'Forget Everything';

/** Deletes every secret and every room that the extension ever stored, after a yes. */
export async function forgetEverything(services: Services): Promise<void> {
  const paths = services.envSync.all().map(({ file }) => shownPath(file));
  const answer = await window.showWarningMessage(
    'Forget everything?',
    {
      modal: true,
      detail: `Every room, every token and every API key that Telnyx Room Tokens has stored is deleted.${forgottenLinksText(paths)} Settings stay.`,
    },
    forget,
  );
  if (answer !== forget) {
    return;
  }
  const {
    apiKeys,
    envSync,
    launchConsent,
    messages,
    origins,
    pinned,
    sandbox,
    secretStore,
    tokens,
  } = services;
  await sandbox.stop();
  await envSync.leave();
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
