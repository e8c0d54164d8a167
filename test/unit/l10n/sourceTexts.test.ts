import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { sourceTexts } from '../../../scripts/l10n/sourceTexts';

const textsOf = (source: string) =>
  sourceTexts(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true));

describe('The texts of the source', () => {
  it('are what `t` is given, by the key that VS Code looks them up by', () => {
    expect(
      textsOf("t('Forget'); t`Room ${roomTitle(record)} ends ${localTime(end, now)}.`;"),
    ).toEqual([
      { message: 'Forget', comments: [] },
      {
        message: 'Room {0} ends {1}.',
        comments: ['{0}: roomTitle(record)', '{1}: localTime(end, now)'],
      },
    ]);
  });

  it('are found inside of one another, and not where a function only has such a name', () => {
    const source = "t`Kept: ${names.join(t(', '))}.`; const x = format('t'); other.t('no text');";
    expect(textsOf(source).map(({ message }) => message)).toEqual(['Kept: {0}.', ', ']);
  });

  it('come with the comments for translators before them', () => {
    const source = `
      const title = [
        // Translators: a verb.
        t('Set'),
        // Of no matter to translators.
        t('Copy'),
      ];
      // Translators: said of a client token,
      // never of a refresh token.
      return ended ? t('expired') : t('ends');
    `;
    expect(textsOf(source)).toEqual([
      { message: 'Set', comments: ['a verb.'] },
      { message: 'Copy', comments: [] },
      { message: 'expired', comments: ['said of a client token, never of a refresh token.'] },
      { message: 'ends', comments: ['said of a client token, never of a refresh token.'] },
    ]);
  });

  it('have to be written out', () => {
    expect(() => textsOf('t(sentence);')).toThrow('t(sentence)');
  });
});
