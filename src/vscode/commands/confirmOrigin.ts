import { window } from 'vscode';
import { t } from '../../display/l10n';
import type { Services } from '../services';

const send = t('Send Secrets There');

/**
 * Whether secrets may be sent to a base URL: Telnyx's own always, another one after the user has said
 * yes to its origin once.
 */
export async function confirmOrigin(
  { origins }: Pick<Services, 'origins'>,
  baseUrl: string,
): Promise<boolean> {
  if (origins.isTrusted(baseUrl)) {
    return true;
  }
  const { origin } = new URL(baseUrl);
  const answer = await window.showWarningMessage(
    t`Send tokens and API keys to ${origin}?`,
    {
      modal: true,
      detail: t`The setting telnyxRooms.apiBaseUrl names an API other than Telnyx's own. Only agree if you know who runs ${origin}.`,
    },
    send,
  );
  if (answer !== send) {
    return false;
  }
  await origins.trust(baseUrl);
  return true;
}
