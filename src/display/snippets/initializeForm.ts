import { t } from '../l10n';
import { utcTime } from '../timeText';
import type { TokenForm } from './copyForm';
import { codeLiteral } from './quoted';

/** How a page joins the room with the vendor's browser SDK (`@telnyx/video` 1.0). */
export const initializeForm: TokenForm = {
  id: 'initialize',
  label: t('@telnyx/video Code'),
  description: 'initialize({ roomId, clientToken })',
  needsToken: true,
  text: ({ roomId, token, expiresAt }) => `import { initialize } from '@telnyx/video';

const roomId = ${codeLiteral(roomId)};
${expiresAt === undefined ? '' : `// Ends ${utcTime(expiresAt)}: call room.updateClientToken() with a new one before.\n`}const clientToken = ${codeLiteral(token)};

const room = await initialize({ roomId, clientToken });
await room.connect();
`,
};
