import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes a VS Code know a language, as an installed language pack does. The packs that users have lie in
 * a marketplace; this one has no text of VS Code itself, so that all of its own stays English, and what
 * extensions are translated into is seen.
 *
 * @param userDataFolder where that VS Code keeps its user's data.
 */
export async function installLanguagePack(userDataFolder: string, language: string): Promise<void> {
  const translations = join(userDataFolder, `language-pack-${language}.json`);
  const packs = {
    [language]: {
      hash: language,
      label: language,
      extensions: [
        { extensionIdentifier: { id: `tests.language-pack-${language}` }, version: '1.0.0' },
      ],
      translations: { vscode: translations },
    },
  };
  await writeFile(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  await writeFile(join(userDataFolder, 'languagepacks.json'), JSON.stringify(packs));
}
