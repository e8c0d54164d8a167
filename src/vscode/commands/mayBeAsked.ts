import type { RoomIdentity } from '../../core/rooms/roomIdentity';
import { sandboxStoppedSentence } from '../../display/apiErrorSentence';
import { t } from '../../display/l10n';
import type { Services } from '../services';
import { commandIds } from './commandIds';
import { confirmOrigin } from './confirmOrigin';
import { commandAction } from './remedyActions';

/**
 * Whether a room's API may be asked: asks the user before secrets go to a foreign origin. A stopped
 * sandbox can't be asked for anything; then that is said.
 */
export async function mayBeAsked(
  { messages, origins }: Pick<Services, 'messages' | 'origins'>,
  { baseUrl, sandbox }: Pick<RoomIdentity, 'baseUrl' | 'sandbox'>,
): Promise<boolean> {
  if (sandbox && !origins.isTrusted(baseUrl)) {
    const start = commandAction(t('Start the Sandbox'), commandIds.trySandbox);
    messages.error(sandboxStoppedSentence, start);
    return false;
  }
  return confirmOrigin({ origins }, baseUrl);
}
