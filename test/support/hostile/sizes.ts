import { makeJwt, makeJwtOfText } from '../makeJwt';
import { readable, unreadable, withClaims, withMembers, type TokenCase } from './tokenCase';

const filled = (text: string, count: number) => withClaims({ filling: text.repeat(count) });
const nested = (open: string, close: string, levels: number) =>
  makeJwtOfText(`{"deep":${open.repeat(levels)}1${close.repeat(levels)}}`);
const manyClaims = (count: number) =>
  makeJwt(Object.fromEntries(Array.from({ length: count }, (_, index) => [`c${index}`, index])));

/** A token of exactly so many characters. */
const ofLength = (length: number) => {
  const token = withClaims({ exp: 1_619_094_295 });
  return token + 'x'.repeat(length - token.length);
};

/** Tokens that are too much: long, deep, or full. */
export const sizeCases: readonly TokenCase[] = [
  ...readable({
    'a token of 16 KB': ofLength(16_384),
    'a claim of 11,000 characters': filled('x', 11_000),
    'a claim of 2,700 emoji': filled('😀', 2_700),
    'a claim of 5,000 line breaks': filled('\n', 5_000),
    'a claim of 3,600 zero-width characters': filled('\u200b', 3_600),
    'a claim of 3,000 brackets': filled('](', 3_000),
    'a claim of 3,000 icons': filled('$(', 3_000),
    'a claim of stacked marks': filled('\u0301', 5_000),
    'a claim of 3,700 beginnings of tokens': filled('eyJ', 3_700),
    'a thousand claims': manyClaims(900),
    '500 levels of arrays': nested('[', ']', 500),
    '5,000 levels of arrays': nested('[', ']', 5_000),
    '1,500 levels of objects': nested('{"a":', '}', 1_500),
    'levels at once in arrays and objects': nested('[{"":[', ']}]', 1_000),
    'a wide and deep claim': withMembers(
      `"wide":${'['.repeat(45)}${Array.from({ length: 5000 }, () => 1).join()}${']'.repeat(45)}`,
    ),
  }),
  ...unreadable('tooLong', {
    'one character above 16 KB': ofLength(16_385),
    'a token of 20 KB': filled('x', 14_000),
    'a token of 5 MB': filled('x', 3_750_000),
    '5 MB of dots': '.'.repeat(5_000_000),
    '5 MB without a dot': `ey${'J'.repeat(5_000_000)}`,
    '5 MB of blanks': ' '.repeat(5_000_000),
    '10,000 grants': withClaims({ grants: Array.from({ length: 10_000 }, () => ({})) }),
    '10,000 levels of arrays': nested('[', ']', 10_000),
    '10,000 levels of objects': nested('{"a":', '}', 10_000),
    '10,000 claims': manyClaims(10_000),
    'a claim named by 20,000 characters': makeJwt({ ['n'.repeat(20_000)]: 1 }),
  }),
];
