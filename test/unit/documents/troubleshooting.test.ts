import { describe, expect, it } from 'vitest';
import { markdownFile } from './markdownFiles';
import { textsIn } from './shownTexts';

/** What documents write where a sentence has a value; the rest of a sentence stands in the source. */
const variable = /…|\b(?:ROOM|HOST|FILE|VARIABLE|TIME|NAME)\b/;

/** The sentences that the tables of a document quote in their first column. */
function quotedSentences(path: string): readonly string[] {
  const rows = markdownFile(path).text.matchAll(/^\| "(.*?)"(?: on the row of [\w -]+)? *\|/gm);
  return [...rows].map(([, sentence = '']) => sentence);
}

/** Whether one text of the source holds the constant parts of a sentence, in their order. */
function isSaid(sentence: string, texts: readonly string[]): boolean {
  const parts = sentence
    .split(variable)
    .map(part => part.trim())
    .filter(part => part !== '');
  return texts.some(text => {
    let from = 0;
    return parts.every(part => {
      const at = text.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    });
  });
}

describe('The sentences under Troubleshooting', () => {
  const texts = [...textsIn('src/display'), ...textsIn('src/vscode')];

  it.each([
    ['README.md', 6],
    ['docs/troubleshooting.md', 55],
  ])('in %s are those of the extension', (path, atLeast) => {
    const sentences = quotedSentences(path);
    expect(sentences.length).toBeGreaterThanOrEqual(atLeast);
    expect(sentences.filter(sentence => !isSaid(sentence, texts))).toEqual([]);
  });

  it('in the README are among all of them', () => {
    const all = quotedSentences('docs/troubleshooting.md');
    const known = quotedSentences('README.md').filter(sentence => all.includes(sentence));
    expect(known).toEqual(quotedSentences('README.md'));
  });

  it('are all that a table quotes, and say something', () => {
    for (const path of ['README.md', 'docs/troubleshooting.md']) {
      const rows = markdownFile(path).text.match(/^\| ".*$/gm) ?? [];
      expect(quotedSentences(path)).toHaveLength(rows.length);
    }
    const all = quotedSentences('docs/troubleshooting.md');
    const constant = (sentence: string) => sentence.split(variable).join('');
    expect(all.filter(sentence => constant(sentence).trim().length < 8)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('would not be found if they said something else', () => {
    const [first = ''] = quotedSentences('docs/troubleshooting.md');
    expect(isSaid(first, texts)).toBe(true);
    expect(isSaid(first.replace('Telnyx', 'Nobody'), texts)).toBe(false);
  });
});
