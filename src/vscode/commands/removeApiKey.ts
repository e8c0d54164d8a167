import { window } from 'vscode';
import { t } from '../../display/l10n';
import { waitForStorage } from '../messages/storageWait';
import type { Services } from '../services';
import { currentBaseUrl } from './currentBaseUrl';

const remove = t('Remove');

/** Deletes the API key for the API that the settings name, after a yes. */
export async function removeApiKey(services: Services): Promise<void> {
  const { apiKeys, clock, messages } = services;
  const baseUrl = currentBaseUrl(services);
  if (baseUrl === undefined) {
    return;
  }
  const { host } = new URL(baseUrl);
  if (!apiKeys.has(baseUrl)) {
    messages.info(t`No API key is stored for ${host}.`);
    return;
  }
  const answer = await window.showWarningMessage(
    t`Remove the API key for ${host}?`,
    {
      modal: true,
      detail: t('Telnyx does not show a key again: keep a copy if you still need it.'),
    },
    remove,
  );
  if (answer === remove) {
    await waitForStorage(clock, apiKeys.remove(baseUrl));
    messages.info(t`The API key for ${host} was removed.`);
  }
}
