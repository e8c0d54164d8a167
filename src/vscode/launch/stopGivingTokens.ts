import { t } from '../../display/l10n';
import type { Services } from '../services';

/** `Telnyx: Stop Giving Tokens to Launches`: takes back the consent for this workspace. */
export async function stopGivingTokens({ launchConsent, messages }: Services): Promise<void> {
  await launchConsent.revoke();
  messages.info(
    t(
      'Programs that this workspace starts get no more client tokens. The next launch that wants one asks you again.',
    ),
  );
}
