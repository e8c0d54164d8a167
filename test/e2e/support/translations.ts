import { readManifestTexts } from '../../../scripts/manifest';
import { readTranslations, type Language } from '../../../scripts/l10n/bundle';

/** What a window in another language shows in place of English texts. */
export interface Translated {
  /** The text of the manifest with this key. */
  readonly manifest: (key: string) => string;
  /** The text of the code, without values. */
  readonly text: (english: string) => string;
  /** The whole text of the code, with anything in place of its values. */
  readonly pattern: (english: string) => RegExp;
  /** Those of the texts that are in English though the language has words of its own for them. */
  readonly untranslated: (texts: readonly string[]) => readonly string[];
}

/** The translations of a language as the repository holds them. */
export function translatedInto(language: Language): Translated {
  const texts = readTranslations(language);
  const manifestTexts = readManifestTexts(language);
  const text = (english: string) => texts[english] ?? `no translation of ${english}`;
  const english = [
    ...Object.entries(texts),
    ...Object.entries(readManifestTexts()).map(
      ([key, value]) => [value, manifestTexts[key] ?? ''] as const,
    ),
  ].filter(([from, to]) => from !== to && /\p{L}{3}/u.test(withoutValues(from)));
  const patterns = english.map(([from]) => patternOf(from));
  return {
    manifest: key => manifestTexts[key] ?? `no translation of ${key}`,
    text,
    pattern: from => patternOf(text(from)),
    untranslated: shown =>
      shown
        .flatMap(line => line.split(/\n| · |(?<=[.!?:]) /))
        .filter(part => patterns.some(pattern => pattern.test(part.trim()))),
  };
}

function patternOf(text: string): RegExp {
  const parts = text.split(/\{\d+\}/).map(part => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`, 's');
}

function withoutValues(text: string): string {
  return text.replace(/\{\d+\}/g, '');
}
