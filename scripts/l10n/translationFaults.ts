import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder } from '../hosts/repositoryPaths';
import { readManifestTexts } from '../manifest';
import { bundleFile, englishBundle, readTranslations, type Language } from './bundle';

/**
 * What every translation has to take over as it is: placeholders, icons, addresses, links to commands,
 * code, and names of settings, variables and files.
 */
const untranslatable =
  /\{\d+\}|\$\([\w~-]+\)|\]\([^)]*\)|`[^`]+`|\btelnyxRooms\.[\w.]*\w|\bhttp\.\w+|\b[A-Z]+_[A-Z_]+\b|\B\.(?:env|gitignore)\b|\blaunch\.json\b/g;

/** What is wrong with the translations of a language, each in a sentence. */
export function translationFaults(language: Language): readonly string[] {
  const english = Object.keys(englishBundle());
  const texts = Object.fromEntries(english.map(message => [message, message]));
  return [
    ...faultsOf(bundleFile(language), texts, () => readTranslations(language)),
    ...faultsOf(`package.nls.${language}.json`, readManifestTexts(), () =>
      readManifestTexts(language),
    ),
  ];
}

function faultsOf(
  file: string,
  english: Readonly<Record<string, string>>,
  read: () => Readonly<Record<string, string>>,
): readonly string[] {
  if (!existsSync(join(repositoryFolder, file))) {
    return [`${file} does not exist.`];
  }
  const translations = read();
  return [
    ...Object.keys(translations)
      .filter(key => !Object.hasOwn(english, key))
      .map(key => `${file} translates a text that there is no more: ${key}`),
    ...Object.entries(english).flatMap(([key, text]) => {
      const translation = translations[key];
      if (translation === undefined) {
        return [`${file} lacks a text: ${key}`];
      }
      const difference = differenceOf(text, translation);
      return difference === undefined ? [] : [`${file} ${difference}: ${key}`];
    }),
  ];
}

/** How a translation strays from its text in what is not a matter of language. */
export function differenceOf(text: string, translation: string): string | undefined {
  if (translation.trim() === '') {
    return 'has an empty text';
  }
  if (fixedParts(text) !== fixedParts(translation)) {
    return `changes what is not to be translated (${fixedParts(text)})`;
  }
  const edges = (value: string) => [/^\s*/, /\s*$/, /[.…:]?$/].map(edge => edge.exec(value)?.[0]);
  return edges(text).join('|') === edges(translation).join('|')
    ? undefined
    : 'begins or ends with another blank or sign';
}

function fixedParts(text: string): string {
  return (text.match(untranslatable) ?? []).sort().join(' ');
}
