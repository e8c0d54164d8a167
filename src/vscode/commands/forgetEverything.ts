import { window } from 'vscode';
import { forgottenLinksText } from '../../display/forgottenLinksText';
import { t } from '../../display/l10n';
import { shownPath } from '../envFiles/shownPath';
import { waitForStorage } from '../messages/storageWait';
import type { Services } from '../services';

const forget = t('Forget Everything');

/** Deletes every secret and every room that the extension ever stored, after a yes. */
export async function forgetEverything(services: Services): Promise<void> {
  const paths = services.envSync.all().map(({ file }) => shownPath(file));
  const answer = await window.showWarningMessage(
    t('Forget everything?'),
    {
      modal: true,
      detail: `${t('Every room, every token and every API key that Telnyx Room Tokens has stored is deleted.')}${forgottenLinksText(paths)} ${t('Settings stay.')}`,
    },
    forget,
  );
  if (answer !== forget) {
    return;
  }
  const { catchUp, clock, messages } = services;
  await services.sandbox.stop();
  try {
    await waitForStorage(clock, deleteAll(services));
  } catch (error) {
    // What is left is shown again, as after the next start.
    await catchUp();
    throw error;
  }
  messages.info(t('Everything was forgotten.'));
}

/** Deletes as much as can be deleted; rejects with the first failure after that. */
async function deleteAll(services: Services): Promise<void> {
  const { apiKeys, envSync, launchConsent, origins, pinned, secretStore, tokens } = services;
  const steps = [
    () => envSync.leave(),
    () => tokens.forgetAll(),
    () => apiKeys.removeAll(),
    // Whatever no record leads to any more: keys of lost records, or of a newer version.
    async () => {
      const leftover = (await secretStore.keys()) ?? [];
      await Promise.all(leftover.map(key => secretStore.delete(key)));
    },
    () => origins.forgetAll(),
    () => pinned.set(undefined),
    () => launchConsent.revoke(),
  ];
  const failures: unknown[] = [];
  for (const step of steps) {
    await step().catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) {
    throw failures[0];
  }
}
