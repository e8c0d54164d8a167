import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { repositoryFolder } from '../hosts/repositoryPaths';
import { sourceTexts } from './sourceTexts';

/**
 * The languages that the extension is translated into, as VS Code names them. English is that of the
 * source.
 */
export const languages = ['de', 'es'] as const;

/** A language of {@link languages}. */
export type Language = (typeof languages)[number];

/** A text and what its translators have to know; just the text where that is nothing. */
type Entry = string | { readonly message: string; readonly comment: readonly string[] };

/** What `l10n/bundle.l10n.json` holds, by the English text: for translators, not for VS Code. */
export type EnglishBundle = Readonly<Record<string, Entry>>;

/** The translations of one language by the English text, as VS Code loads them. */
export type Translations = Readonly<Record<string, string>>;

/** Where texts for the user are made. */
const sourceFolders = ['src/display', 'src/vscode'];

/** Path of a language's translations, or of the English texts, from the repository's folder. */
export function bundleFile(language?: Language): string {
  return `l10n/bundle.l10n.${language === undefined ? '' : `${language}.`}json`;
}

/** The translations of a language. */
export function readTranslations(language: Language): Translations {
  return JSON.parse(
    readFileSync(join(repositoryFolder, bundleFile(language)), 'utf8'),
  ) as Translations;
}

/** Every text of the source that is translated, in the order of the folders and files. */
export function englishBundle(): EnglishBundle {
  const comments = new Map<string, Set<string>>();
  for (const path of sourceFiles()) {
    const text = readFileSync(join(repositoryFolder, path), 'utf8');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    for (const found of sourceTexts(file)) {
      const known = comments.get(found.message) ?? new Set();
      found.comments.forEach(comment => known.add(comment));
      comments.set(found.message, known);
    }
  }
  return Object.fromEntries(
    [...comments].map(([message, { size }]) => [
      message,
      size === 0 ? message : { message, comment: [...(comments.get(message) ?? [])] },
    ]),
  );
}

/** Paths of the files that make texts for the user, from the repository's folder. */
export function sourceFiles(): readonly string[] {
  return sourceFolders.flatMap(folder =>
    readdirSync(join(repositoryFolder, folder), { recursive: true, encoding: 'utf8' })
      .map(file => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter(file => file.endsWith('.ts'))
      .sort(),
  );
}
