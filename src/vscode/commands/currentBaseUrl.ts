import { commands } from 'vscode';
import { apiBaseUrlSentence } from '../../display/apiBaseUrlSentence';
import { t } from '../../display/l10n';
import type { Services } from '../services';
import { settings } from '../settings';

/** The base URL for new rooms and keys; undefined, and a message, when the setting is unusable. */
export function currentBaseUrl({ messages }: Pick<Services, 'messages'>): string | undefined {
  const result = settings.apiBaseUrl();
  if (result.ok) {
    return result.baseUrl;
  }
  messages.error(apiBaseUrlSentence(result.reason), {
    label: t('Open Settings'),
    run: async () =>
      commands.executeCommand('workbench.action.openSettings', 'telnyxRooms.apiBaseUrl'),
  });
  return undefined;
}
