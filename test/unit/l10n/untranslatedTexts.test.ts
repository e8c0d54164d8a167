import { beforeAll, describe, expect, it } from 'vitest';
import { untranslatedTexts, type UntranslatedText } from '../../../scripts/l10n/untranslatedTexts';
import { exceptionOf, needlessExceptions } from './englishOnPurpose';

/** A compiler takes its time, on a busy machine more than a test usually has. */
const slow = 60_000;

describe('The texts that nobody can translate', () => {
  let texts: readonly UntranslatedText[];

  beforeAll(() => {
    texts = untranslatedTexts();
  }, slow);

  it('are those alone that are English on purpose', () => {
    const forgotten = texts.filter(text => exceptionOf(text) === undefined);
    expect(forgotten.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });

  it('are all that is named as English on purpose', () => {
    expect(needlessExceptions(texts)).toEqual([]);
  });
});

const planted: readonly (readonly [what: string, source: string, found: readonly string[]])[] = [
  ['a sentence', "export const text = 'Room was forgotten.';", ['Room was forgotten.']],
  [
    'a sentence with values',
    'export const text = (title: string) => `Room ${title} was forgotten.`;',
    ['Room {0} was forgotten.'],
  ],
  [
    'a word among others',
    "export const row = (on: boolean) => ({ label: on ? 'on' : 'none' });",
    ['on', 'none'],
  ],
  [
    'a message with a button',
    "import { window } from 'vscode'; void window.showInformationMessage('Gone.', 'Undo');",
    ['Gone.', 'Undo'],
  ],
  [
    'the value of a text that is translated',
    "import { t } from '../display/l10n'; export const text = t`Token: ${'none'}`;",
    ['none'],
  ],
  ['pieces of a sentence', "export const parts = ['and', `${1} more`];", ['and', '{0} more']],
  ['what may be one of a few', "export const kind: 'client' | 'refresh' = 'client';", []],
  ['what is compared', "export const isOn = (state: string) => state === 'on';", []],
  [
    'a line of the log',
    "declare const logger: { info(line: string): void }; logger.info('Room kept.'); export {};",
    [],
  ],
  ['an error of the program', "export const fail = () => new Error('There is no such room.');", []],
  ['a name', "export const names = ['roomKey', 'NO_PROXY', 'api-key', 'telnyxRooms.x'];", []],
  ['an icon', "export const row = { icon: { id: 'key' }, text: '$(sync~spin)' };", []],
  ['no words', 'export const time = (m: number, s: number) => `${m}:${s} · `;', []],
];

describe('A text that is not given to `t`', () => {
  const fileOf = (index: number) => `src/vscode/planted${index}.ts`;
  let texts: readonly UntranslatedText[];

  beforeAll(() => {
    texts = untranslatedTexts(
      Object.fromEntries(planted.map(([, source], index) => [fileOf(index), source])),
    );
  }, slow);

  it.each(planted.map(([what, , found], index) => ({ what, found, index })))(
    'is found where it is one for users: $what',
    ({ found, index }) => {
      const inFile = texts.filter(({ file }) => file === fileOf(index));
      expect(inFile.map(({ text }) => text)).toEqual(found);
    },
  );
});
