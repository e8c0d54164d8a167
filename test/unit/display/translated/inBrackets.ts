// Translates by putting texts into brackets. To be imported before what is tested: some texts are made
// when their module is loaded.
import { translateWith } from '../../../../src/display/translator';

translateWith(
  (message, ...values) =>
    `⟦${message.replace(/\{(\d+)\}/g, (_all, index: string) => `⟧${String(values[Number(index)])}⟦`)}⟧`,
);

/** What is no word in any language. */
const names = [
  /\d{4}-\d\d-\d\dT[\d:.]+Z/g,
  /https?:\/\/[\w.:/-]+/g,
  /\b(?:UTC|HTTP|JSON|JWT)\b/g,
  /\b[A-Z]+(?:_[A-Z]+)+\b/g,
  /api\.telnyx\.com|telnyx:\w+:(?:\w+:)?/g,
  /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\b[\da-f]{8}\b/g,
];

/**
 * What of texts did not go through the translator, or went into one as a value, and has letters;
 * `values` are those that may be in them.
 */
export function untranslated(texts: readonly string[], ...values: readonly string[]): string[] {
  return [...new Set(texts)].filter(text => {
    const outside = text.replace(/⟦[^⟦⟧]*⟧/g, ' ');
    const foreign = [...names, ...values].reduce<string>(
      (rest, name) => rest.replaceAll(name, ' '),
      outside,
    );
    return /\p{L}/u.test(foreign);
  });
}
