import { isTrustedSvg } from './documentRules';
import { error, warning, type Finding } from './finding';
import { inEnglish, type PackedExtension } from './packedExtension';

/** Those of the Marketplace; see https://code.visualstudio.com/api/references/extension-manifest */
const categories = [
  'AI',
  'Azure',
  'Chat',
  'Data Science',
  'Debuggers',
  'Education',
  'Extension Packs',
  'Formatters',
  'Keymaps',
  'Language Packs',
  'Linters',
  'Machine Learning',
  'Notebooks',
  'Other',
  'Programming Languages',
  'SCM Providers',
  'Snippets',
  'Testing',
  'Themes',
  'Visualization',
];

const mostKeywords = 30;

/** How long Open VSX lets a field be. */
const longestField = 255;
const longestDescription = 2_048;

/** What Open VSX refuses in a text: control characters, and those that show nothing. */
const hiddenCharacter = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/u;

/** What the marketplaces show on the extension's page, and find it by. */
export function pageFindings(extension: PackedExtension): readonly Finding[] {
  return [
    ...textFindings(extension),
    ...linkFindings(extension),
    ...findingsOfWords(extension),
    ...lookFindings(extension),
  ];
}

function textFindings(extension: PackedExtension): readonly Finding[] {
  const { manifest } = extension;
  return (['displayName', 'description', 'license'] as const).flatMap(field => {
    const where = `package.json ${field}`;
    const text = inEnglish(extension, manifest[field]);
    const longest = field === 'description' ? longestDescription : longestField;
    return [
      ...(text === '' ? [error(where, 'Write one: the page of the extension shows it.')] : []),
      ...(text.length > longest ? [error(where, `Shorten it to ${longest} characters.`)] : []),
      ...(hiddenCharacter.test(text) ? [error(where, 'Remove the hidden characters.')] : []),
    ];
  });
}

function linkFindings({ manifest }: PackedExtension): readonly Finding[] {
  const { bugs, homepage, pricing, qna, repository } = manifest;
  const links = [
    { field: 'repository', url: repository?.url },
    { field: 'bugs', url: bugs?.url },
    { field: 'homepage', url: homepage },
    ...(qna === undefined || qna === false || qna === 'marketplace'
      ? []
      : [{ field: 'qna', url: qna }]),
  ];
  return [
    ...links
      .filter(({ url = '' }) => !isHttps(url) || url.length > longestField)
      .map(({ field }) => error(`package.json ${field}`, 'Give the https address of its page.')),
    ...(pricing === 'Free' || pricing === 'Trial'
      ? []
      : [error('package.json pricing', 'Say "Free" or "Trial".')]),
  ];
}

function findingsOfWords({ manifest }: PackedExtension): readonly Finding[] {
  const { categories: ours = [], keywords = [] } = manifest;
  const words = keywords.map(keyword => keyword.toLowerCase());
  return [
    ...(ours.length === 0 ? [error('package.json categories', 'Name one at least.')] : []),
    ...ours
      .filter(category => !categories.includes(category))
      .map(category =>
        error('package.json categories', `Replace "${category}", which the Marketplace lacks.`),
      ),
    ...(keywords.length > mostKeywords
      ? [error('package.json keywords', `Leave ${mostKeywords} at most, the Marketplace's limit.`)]
      : []),
    ...words
      .filter((word, index) => words.indexOf(word) !== index)
      .map(word => warning('package.json keywords', `Name "${word}" once.`)),
  ];
}

function lookFindings({ manifest }: PackedExtension): readonly Finding[] {
  const { badges = [], galleryBanner: { color = '', theme = '' } = {} } = manifest;
  return [
    ...(/^#[0-9a-f]{6}$/i.test(color)
      ? []
      : [error('package.json galleryBanner.color', 'Write a color such as #123456.')]),
    ...(['dark', 'light'].includes(theme)
      ? []
      : [error('package.json galleryBanner.theme', 'Say "dark" or "light".')]),
    ...badges
      .filter(({ url = '' }) => !isHttps(url) || (/\.svg$/i.test(url) && !isTrustedSvg(url)))
      .map(({ url = '' }) =>
        error('package.json badges', `Use an https image that is no SVG in the place of ${url}.`),
      ),
  ];
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}
