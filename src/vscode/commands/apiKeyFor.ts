import { t } from '../../display/l10n';
import { waitForStorage } from '../messages/storageWait';
import type { Services } from '../services';
import { askAndCheckApiKey } from './setApiKey';

/**
 * The API key for an API: the stored one, else one that the user enters now. Undefined when there is
 * none; why has then been said.
 */
export async function apiKeyFor(services: Services, baseUrl: string): Promise<string | undefined> {
  const { apiKeys, clock } = services;
  const hadOne = apiKeys.has(baseUrl);
  const stored = await waitForStorage(clock, apiKeys.read(baseUrl));
  if (stored !== undefined) {
    return stored;
  }
  const problem = hadOne
    ? t('VS Code could no longer read the API key, enter it again')
    : undefined;
  await askAndCheckApiKey(services, baseUrl, '', problem);
  return waitForStorage(clock, apiKeys.read(baseUrl));
}
