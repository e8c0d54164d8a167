import { describe, expect, it } from 'vitest';
import { isPlainText, plainSentence, plainText } from '../../../src/display/plainText';

describe('plainText', () => {
  it.each([
    ['an icon', 'a $(bug) b', 'a $ (bug) b'],
    ['a link', '[x](command:evil)', '[x] (command:evil)'],
    ['line breaks', 'a\r\nb\u2028c', 'a b c'],
    ['control characters', 'a\u0000\u001b[31mb\u0085c', 'a [31mb c'],
    ['bidirectional marks', 'abc\u202edef\u2069', 'abc def'],
    ['zero-width characters', 'a\u200bb\ufeffc', 'a b c'],
    ['other marks that are not seen', 'a\u061cb\u00adc\u{e0041}d', 'a b c d'],
    [
      'an icon or a link with a mark inside',
      '$\u200b(bug) [x]\u2060(command:y)',
      '$ (bug) [x] (command:y)',
    ],
    ['blanks around', '  a  ', 'a'],
    ['letters that are blank', 'a\u3164b\u2800c\ufe00d', 'a b c d'],
    ['half characters', 'a\ud800b', 'a\ufffdb'],
    ['a pile of marks', `Z${'\u0301'.repeat(50)}`, `Z${'\u0301'.repeat(4)}`],
    ['what runs from right to left', 'חדר 12', '\u2068חדר 12\u2069'],
    ['the same with marks of its own', '\u2069\u202eחדר', '\u2068חדר\u2069'],
  ])('disarms %s', (_name, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('cuts what is too long, and no character in two', () => {
    expect(plainText('😀'.repeat(100), 10)).toBe(`${'😀'.repeat(9)}…`);
    expect(Array.from(plainText('x'.repeat(5_000_000)))).toHaveLength(80);
  });

  it('says that there is more, even where what is left of it is short or nothing', () => {
    expect(plainText(`${'\u200b'.repeat(500)}hidden`)).toBe('…');
    expect(plainText(`a${'\u200b'.repeat(318)}😀`)).toBe('a \ufffd…');
    expect(plainText('\u200b'.repeat(10))).toBe('');
  });

  it('leaves an emoji as it is', () => {
    expect(plainText('❤\ufe0f 😀')).toBe('❤\ufe0f 😀');
  });

  it('makes nothing else of what it has made', () => {
    for (const text of ['חדר $(bug) [a](b)', 'ש'.repeat(200), 'a\u202eb']) {
      expect(plainText(plainText(text))).toBe(plainText(text));
    }
  });
});

describe('plainSentence', () => {
  it('keeps what isolates a part, and disarms the rest', () => {
    const part = plainText('חדר');
    expect(plainSentence(`Room ${part}, $(bug) [a](command:b)\u202e\n`, 80)).toBe(
      `Room ${part}, $ (bug) [a] (command:b)`,
    );
    expect(plainSentence('x'.repeat(500), 400)).toHaveLength(400);
  });
});

describe('isPlainText', () => {
  it.each(['stand-up', ' stand-up ', 'חדר', '😀 [1]', ''])('is true of %o', text => {
    expect(isPlainText(text, 40)).toBe(true);
  });

  it.each(['a\nb', '$(bug)', '[a](b)', 'a\u200bb', 'x'.repeat(41)])('is false of %o', text => {
    expect(isPlainText(text, 40)).toBe(false);
  });
});
