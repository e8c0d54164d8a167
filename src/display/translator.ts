/** What can stand in a text: it is put where the text has its placeholder, as it is. */
export type Value = string | number;

/** Looks a text up in the user's language, and fills its placeholders `{0}`, `{1}`… in. */
export type Translate = (message: string, ...values: Value[]) => string;

/** The texts as they are written in the source. */
export const english: Translate = (message, ...values) =>
  message.replace(/\{(\d+)\}/g, (placeholder, index: string) =>
    String(values[Number(index)] ?? placeholder),
  );

/** What `t` asks, at its every call. */
export let translate = english;

/** Has texts translated from now on; those that were made before stay as they are. */
export function translateWith(translator: Translate): void {
  translate = translator;
}

/** What is made with its texts in English, whatever the user's language: for readers that are no users. */
export function inEnglish<T>(make: () => T): T {
  const translator = translate;
  translate = english;
  try {
    return make();
  } finally {
    translate = translator;
  }
}
