import { decodedDocument } from '../../display/decoded/decodedDocument';
import { t } from '../../display/l10n';
import type { Messages } from '../messages/messages';
import type { ReadOnlyDocuments } from '../readOnlyDocuments';
import { tokenToDecode } from './tokenToDecode';

/** What the command works with. */
export interface DecodeServices {
  readonly documents: ReadOnlyDocuments;
  readonly messages: Messages;
  /** What time it is for the API, in milliseconds since the epoch. */
  readonly now: () => number;
}

/** `Telnyx: Decode Token`: shows what a token says, in a read-only document. */
export async function decodeToken({ documents, messages, now }: DecodeServices): Promise<void> {
  const result = await tokenToDecode();
  if (result === undefined) {
    messages.info(
      t('There is no token to decode. Select one in an editor or copy one, then try again.'),
    );
    return;
  }
  // Translators: a file's name.
  await documents.show(`${t('Decoded Token')}.jsonc`, decodedDocument(result, now()));
}
