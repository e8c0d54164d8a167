import { t } from '../../display/l10n';
import type { Services } from '../services';
import { commandIds } from './commandIds';
import { commandAction } from './remedyActions';

/** Says that VS Code lost the API key for an API, after what could not be done for want of it. */
export function showLostApiKey(
  { messages }: Pick<Services, 'messages'>,
  baseUrl: string,
  lead?: string,
): void {
  const text = t`VS Code could no longer read the API key for ${new URL(baseUrl).host}, enter it again.`;
  messages.error(
    lead === undefined ? text : `${lead} ${text}`,
    commandAction(t('Set API Key'), commandIds.setApiKey),
  );
}
