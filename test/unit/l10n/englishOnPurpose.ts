import type { UntranslatedText } from '../../../scripts/l10n/untranslatedTexts';

/** Texts that stand in English in every language, or that are none, and why. */
interface Exception {
  readonly why: string;
  readonly file: RegExp;
  /** The texts, whole; all of the file's unless named. */
  readonly texts?: readonly string[];
}

const exceptions: readonly Exception[] = [
  { why: 'Language models read it.', file: /^src\/display\/agents\// },
  { why: 'Code to copy.', file: /^src\/display\/snippets\/\w+Form\.ts$/ },
  {
    why: 'A header to copy.',
    file: /^src\/display\/snippets\/tokenForms\.ts$/,
    texts: ['Authorization: Bearer …', 'Authorization: Bearer {0}'],
  },
  {
    why: 'JSON of a token.',
    file: /^src\/display\/decoded\/decodedDocument\.ts$/,
    texts: ['  "header": {0},', '  "claims": {0}'],
  },
  {
    why: 'Names and units that every language has.',
    file: /^src\/display\//,
    texts: ['{0}: {1} (UTC)', 'HTTP {0}, {1}', 'Telnyx: {0}'],
  },
  {
    why: 'The product, and the profile that settings name.',
    file: /^src\/vscode\/(?:openWindow|decode\/isSecretMark|terminal\/profileOptions)\.ts$/,
    texts: ['Telnyx Room Tokens', 'Telnyx Room', 'linux', 'osx', 'windows'],
  },
  {
    why: 'What menus ask of a row.',
    file: /^src\/display\/roomRow\.ts$/,
    texts: ['room', 'sandbox', 'unnamed', 'renewable', 'manual', 'auto', 'pinned', 'unpinned'],
  },
  {
    why: 'Icons, and names of things in the program.',
    file: /^src\/display\/(?:detailRows|grantRows|roomRow|statusBarView|tokenRow)\.ts$/,
    texts: ['client', 'expired', 'key', 'person', 'refresh', 'sync', '{0}Token'],
  },
  {
    why: 'Names of forms to copy.',
    file: /^src\/vscode\/commands\/commandHandlers\.ts$/,
    texts: ['token', 'bearer', 'json', 'environment', 'initialize', 'curl', 'sdk'],
  },
  {
    why: 'Names of settings.',
    file: /^src\/vscode\/(?:settings|network\/networkSettings|decode\/\w+)\.ts$/,
    texts: ['diagnostics', 'http', 'network'],
  },
  {
    why: 'Names of things in the program.',
    file: /^src\/vscode\/(?:commands|prompts)\//,
    texts: [
      ...['back', 'client', 'generate', 'id', 'names of rooms', 'no variable', 'row', 'sandbox'],
    ],
  },
];

/** The exception that a text is, if it is one. */
export function exceptionOf({ file, text }: UntranslatedText): Exception | undefined {
  return exceptions.find(
    exception => exception.file.test(file) && (exception.texts?.includes(text) ?? true),
  );
}

/** Those that nothing in the source needs any more, as their reasons say. */
export function needlessExceptions(texts: readonly UntranslatedText[]): readonly string[] {
  return exceptions.flatMap(({ why, file, texts: named }) => {
    const found = texts.filter(text => file.test(text.file)).map(({ text }) => text);
    const missing = named?.filter(text => !found.includes(text)) ?? [];
    return found.length === 0 ? [why] : missing.map(text => `${why} ${text}`);
  });
}
