import type { ManifestTexts } from '../manifest';
import { error, warning, type Finding } from './finding';
import { textOf, type PackedExtension } from './packedExtension';

/** The texts of the manifest, in every language that the package speaks. */
export function textFindings(extension: PackedExtension): readonly Finding[] {
  const { files, manifest, texts, translations } = extension;
  const named = [...(textOf(files, 'package.json') ?? '').matchAll(/"%([\w.-]+)%"/g)].flatMap(
    ([, key]) => key ?? [],
  );
  return [
    ...named
      .filter((key, index) => texts[key] === undefined && named.indexOf(key) === index)
      .map(key => error('package.nls.json', `Add a text for "${key}", which package.json names.`)),
    ...Object.keys(texts)
      .filter(key => !named.includes(key))
      .map(key => warning('package.nls.json', `Remove "${key}", which package.json never names.`)),
    ...[...translations].flatMap(([language, translated]) => [
      ...translationFindings(language, translated, texts),
      ...(manifest.l10n !== undefined && !files.has(`l10n/bundle.l10n.${language}.json`)
        ? [error(`l10n/bundle.l10n.${language}.json`, 'Package it: the manifest is translated.')]
        : []),
    ]),
  ];
}

function translationFindings(
  language: string,
  translated: ManifestTexts,
  texts: ManifestTexts,
): readonly Finding[] {
  const where = `package.nls.${language}.json`;
  return [
    ...Object.keys(texts)
      .filter(key => (translated[key] ?? '') === '')
      .map(key => error(where, `Translate "${key}".`)),
    ...Object.keys(translated)
      .filter(key => texts[key] === undefined)
      .map(key => error(where, `Remove "${key}", which the English texts no longer have.`)),
  ];
}
