import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryFolder } from './hosts/repositoryPaths';

/** The manifest's texts by their keys, as `package.nls.json` and its translations hold them. */
export type ManifestTexts = Readonly<Record<string, string>>;

/** `package.json` with its texts in English. */
export function readManifest(): unknown {
  return withTexts(readJson('package.json'), readManifestTexts());
}

/** The texts of one language, such as `de`; the English ones unless told. */
export function readManifestTexts(language?: string): ManifestTexts {
  const suffix = language === undefined ? '' : `.${language}`;
  return plainTexts(readJson(`package.nls${suffix}.json`));
}

/** What a `package.nls.json` holds, without what translators have to know. */
export function plainTexts(json: unknown): ManifestTexts {
  const entries = Object.entries(json as Readonly<Record<string, string | { message: string }>>);
  return Object.fromEntries(
    entries.map(([key, text]) => [key, typeof text === 'string' ? text : text.message]),
  );
}

/** A copy in which `%key%` is replaced by the text of that key; throws where there is none. */
function withTexts(value: unknown, texts: ManifestTexts): unknown {
  if (typeof value === 'string') {
    return value.replace(/^%([\w.]+)%$/, (_reference, key: string) => {
      const text = texts[key];
      if (text === undefined) {
        throw new Error(`package.nls.json has no text "${key}".`);
      }
      return text;
    });
  }
  if (Array.isArray(value)) {
    return value.map(item => withTexts(item, texts));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withTexts(item, texts)]))
    : value;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(join(repositoryFolder, file), 'utf8'));
}
