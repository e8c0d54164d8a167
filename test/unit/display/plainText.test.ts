import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/display/plainText';

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
  ])('disarms %s', (_name, text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('cuts what is too long, and no character in two', () => {
    expect(plainText('😀'.repeat(100), 10)).toBe(`${'😀'.repeat(9)}…`);
    expect(Array.from(plainText('x'.repeat(5_000_000)))).toHaveLength(80);
  });
});
