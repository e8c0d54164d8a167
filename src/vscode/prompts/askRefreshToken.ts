import { InputBoxValidationSeverity, window, type InputBoxValidationMessage } from 'vscode';
import {
  checkRefreshToken,
  trimToken,
  type RefreshTokenCheck,
} from '../../core/tokens/checkRefreshToken';
import { t } from '../../display/l10n';
import { refreshTokenSentence } from '../../display/refreshTokenSentence';
import { askText } from './askText';
import type { back } from './frameInput';
import type { StepPosition } from './steps';

const useAnyway = t('Use It Anyway');

/** What the question for a refresh token says. */
export interface RefreshTokenQuestion {
  readonly title: string;
  readonly prompt: string;
  /** The room that the token has to be for, when it is known. */
  readonly roomId?: string;
  readonly position?: StepPosition;
}

/** A refresh token that may be sent and kept. */
export interface EnteredRefreshToken {
  readonly token: string;
  /** The rooms that its grants name. */
  readonly roomIds: readonly string[];
}

/**
 * Asks for a refresh token, hidden, and checks it as it is pasted. One that is doubtful is used only
 * after an explicit yes; after a no, the box is back with what was pasted.
 */
export async function askRefreshToken(
  question: RefreshTokenQuestion,
  now: () => number,
): Promise<EnteredRefreshToken | typeof back | undefined> {
  const check = (text: string) => checkRefreshToken(trimToken(text), question.roomId, now());
  const sentence = (result: RefreshTokenCheck) =>
    refreshTokenSentence(result, question.roomId, now());

  let value = '';
  for (;;) {
    const text = await askText({
      ...question,
      value,
      placeholder: 'eyJ…',
      password: true,
      validate: text => validation(check(text), sentence(check(text))),
    });
    if (typeof text !== 'string') {
      return text;
    }
    const result = check(text);
    if (result.verdict === 'accepted') {
      return { token: trimToken(text), roomIds: result.roomIds };
    }
    if (result.verdict === 'doubtful') {
      const answer = await window.showWarningMessage(
        sentence(result) ?? '',
        {
          modal: true,
          detail: t('Some accounts have tokens of another shape, so it may still work.'),
        },
        useAnyway,
      );
      if (answer === useAnyway) {
        return { token: trimToken(text), roomIds: result.roomIds };
      }
    }
    value = text;
  }
}

function validation(
  { verdict }: RefreshTokenCheck,
  message: string | undefined,
): InputBoxValidationMessage | undefined {
  const severity =
    verdict === 'refused' ? InputBoxValidationSeverity.Error : InputBoxValidationSeverity.Warning;
  return message === undefined ? undefined : { message, severity };
}
