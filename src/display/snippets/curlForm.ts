import { t } from '../l10n';
import type { RoomForm } from './copyForm';
import { shellWord } from './quoted';

/**
 * The refresh call for a POSIX shell. The refresh token comes from the environment and goes through
 * standard input: neither the shell's history nor the list of processes shows it.
 */
export const curlForm: RoomForm = {
  id: 'curl',
  label: t('curl Command'),
  description: t('the refresh call, with $TELNYX_REFRESH_TOKEN from the environment'),
  needsToken: false,
  text: ({ roomId, baseUrl, ttlSeconds }) => `curl --silent --show-error --fail-with-body \\
  --request POST ${shellWord(`${baseUrl}/rooms/${roomId}/actions/refresh_client_token`)} \\
  --header 'Content-Type: application/json' \\
  --header 'Accept: application/json' \\
  --data @- <<END
{"refresh_token": "$TELNYX_REFRESH_TOKEN", "token_ttl_secs": ${ttlSeconds}}
END
`,
};
