import type { LaunchFileProblem, LaunchFileReason } from '../../core/launchFile/launchFile';
import { t } from '../l10n';

/** What is wrong, by the parser's name of it. */
// Translators: errors in the syntax of a JSON file.
const syntaxErrors: Readonly<Record<string, string>> = {
  InvalidSymbol: t('invalid symbol'),
  InvalidNumberFormat: t('invalid number format'),
  PropertyNameExpected: t('property name expected'),
  ValueExpected: t('value expected'),
  ColonExpected: t('colon expected'),
  CommaExpected: t('comma expected'),
  CloseBraceExpected: t('close brace expected'),
  CloseBracketExpected: t('close bracket expected'),
  EndOfFileExpected: t('end of file expected'),
  InvalidCommentToken: t('invalid comment token'),
  UnexpectedEndOfComment: t('unexpected end of comment'),
  UnexpectedEndOfString: t('unexpected end of string'),
  UnexpectedEndOfNumber: t('unexpected end of number'),
  InvalidUnicode: t('invalid unicode'),
  InvalidEscapeCharacter: t('invalid escape character'),
  InvalidCharacter: t('invalid character'),
};

/** What of a `launch.json` is no object of JSON. */
const notObjects = {
  file: t('the file must be an object'),
  configuration: t('the configuration must be an object'),
  env: t('the env must be an object'),
} as const;

/** Why a `launch.json` can't be changed, where, and what to do about it. */
export function launchFileSentence({ line, column, reason }: LaunchFileProblem): string {
  // Translators: {2} says what is wrong there, such as "comma expected".
  return t`launch.json can't be changed: line ${line}, column ${column}: ${reasonText(reason)}. Correct it and try again.`;
}

function reasonText(reason: LaunchFileReason): string {
  switch (reason.kind) {
    case 'syntax':
      return syntaxErrors[reason.code] ?? reason.code;
    case 'notAnObject':
      return notObjects[reason.what];
    case 'notAList':
      return t`"${reason.what}" must be a list`;
  }
}
