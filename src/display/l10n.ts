// A module beside the translator: activation needs that one alone, and here the calls are shortest.
import { translate, type Value } from './translator';

/**
 * A text for the user, in the user's language: `` t`Room ${title} was forgotten.` ``, or `t('Forget')`
 * without values. The English one is the key of its translations (`l10n/bundle.l10n.LANGUAGE.json`,
 * with `{0}` for the first value), so it is written out here, whole. What translators have to know
 * beside it stands before it in a comment that begins with `Translators:`.
 */
export function t(text: string | TemplateStringsArray, ...values: readonly Value[]): string {
  const message =
    typeof text === 'string'
      ? text
      : text.reduce((before, part, index) => `${before}{${index - 1}}${part}`);
  return translate(message, ...values);
}
