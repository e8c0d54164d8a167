/** What can stand in a text: it is put where the text has its placeholder, as it is. */
type Value = string | number;

/** Looks a text up in the user's language, and fills its placeholders `{0}`, `{1}`… in. */
export type Translate = (message: string, ...values: Value[]) => string;

const inEnglish: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (placeholder, index: string) =>
    String(values[Number(index)] ?? placeholder),
  );

let translate = inEnglish;

/**
 * Has texts translated from now on; those that were made before stay as they are. English unless
 * called.
 */
export function translateWith(translator: Translate): void {
  translate = translator;
}

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
