import { defaultApiBaseUrl } from '../../core/api/apiBaseUrl';
import { t } from '../l10n';
import type { RoomForm } from './copyForm';
import { codeLiteral } from './quoted';

/** The refresh call with the vendor's SDK for servers (`telnyx` 7 on npm). */
export const sdkForm: RoomForm = {
  id: 'sdk',
  label: t('Telnyx SDK Code'),
  description: t('the refresh call, with TELNYX_REFRESH_TOKEN from the environment'),
  needsToken: false,
  text: ({ roomId, baseUrl, ttlSeconds }) => `import Telnyx from 'telnyx';

const roomId = ${codeLiteral(roomId)};

const refreshToken = process.env.TELNYX_REFRESH_TOKEN;
if (!refreshToken) {
  throw new Error('Set TELNYX_REFRESH_TOKEN to the refresh token of the room');
}

// The call needs no API key; without this, the SDK would send the one in TELNYX_API_KEY.
const client = new Telnyx({ apiKey: null${baseUrl === defaultApiBaseUrl ? '' : `, baseURL: ${codeLiteral(baseUrl)}`} });

const { data } = await client.rooms.actions.refreshClientToken(roomId, {
  refresh_token: refreshToken,
  token_ttl_secs: ${ttlSeconds},
});
// data.token joins the room until data.token_expires_at.
`,
};
