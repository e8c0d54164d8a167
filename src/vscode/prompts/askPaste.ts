import { InputBoxValidationSeverity, window, type InputBoxValidationMessage } from 'vscode';
import type { Paste } from '../../core/paste/recognizePaste';
import type { RoomRecord } from '../../core/rooms/room';
import { t } from '../../display/l10n';
import { pasteSentence } from '../../display/pasteSentence';
import { askText } from './askText';

const keepAnyway = t('Keep It Anyway');

/** The tokens among what was pasted. */
export type PastedTokens = Extract<Paste, { readonly kind: 'tokens' }>;

/** What the question for tokens says. */
export interface PasteQuestion {
  readonly title: string;
  /** The room that the tokens have to be for, when it is known. */
  readonly room?: RoomRecord;
}

/**
 * Asks for tokens in whatever form, hidden, and says as it is pasted what it is. A token whose kind is
 * only a guess is kept after an explicit yes; after a no, the box is back with what was pasted.
 */
export async function askPaste(
  { title, room }: PasteQuestion,
  now: () => number,
): Promise<PastedTokens | undefined> {
  // In a bundle of its own: most windows never need it.
  const { recognizePaste } = await import('../../core/paste/recognizePaste');
  const describe = (text: string) => {
    const paste = recognizePaste(text, now());
    return { paste, ...pasteSentence(paste, room, now()) };
  };
  let value = '';
  for (;;) {
    const text = await askText({
      title,
      prompt: t(
        'Paste a token, an API answer, an .env line, a curl command or an address with tokens',
      ),
      placeholder: 'eyJ…',
      password: true,
      value,
      validate: text => validation(describe(text)),
    });
    if (typeof text !== 'string') {
      return undefined;
    }
    const { paste, verdict, sentence } = describe(text);
    if (paste.kind === 'tokens' && verdict === 'certain') {
      return paste;
    }
    if (paste.kind === 'tokens' && verdict === 'guess') {
      const detail = t('Some accounts have tokens of another shape, so it may still work.');
      const answer = await window.showWarningMessage(
        `${sentence}.`,
        { modal: true, detail },
        keepAnyway,
      );
      if (answer === keepAnyway) {
        return paste;
      }
    }
    value = text;
  }
}

const severities = {
  certain: InputBoxValidationSeverity.Info,
  guess: InputBoxValidationSeverity.Warning,
  unusable: InputBoxValidationSeverity.Error,
} as const;

function validation({
  verdict,
  sentence,
}: ReturnType<typeof pasteSentence>): InputBoxValidationMessage {
  return { message: sentence, severity: severities[verdict] };
}
