import { describe, expect, it } from 'vitest';
import { recognizePaste } from '../../../src/core/paste/recognizePaste';
import { checkRefreshToken, trimToken } from '../../../src/core/tokens/checkRefreshToken';
import { decodeToken } from '../../../src/core/tokens/decodeToken';
import { findSecrets, tokenAt } from '../../../src/core/tokens/findTokens';
import { environmentReplacement } from '../../../src/display/decoded/environmentReplacement';
import { plainText } from '../../../src/display/plainText';
import { clientToken, roomId } from '../../support/telnyxTokens';

/**
 * Milliseconds for so much text on a machine that is busy. It takes a hundredth of that alone; a
 * reader whose time grew with the square of the length would take minutes.
 */
const patience = 5_000;
const length = 262_144;

const token = clientToken({ iat: 1, exp: 2 });

/** What a pattern might begin to match again and again. */
const parts: Readonly<Record<string, string>> = {
  tokens: `${token}\n`,
  'tokens in one word': `${token}.`,
  'beginnings of tokens': 'eyJhbGci.',
  'beginnings without a dot': 'eyJ',
  dots: '.',
  letters: 'x',
  'beginnings of API keys': 'KEY0123456789ABCDEF',
  addresses: `/rooms/${roomId}?client_token=`,
  'addresses without a query': `/rooms/${roomId}`,
  parameters: '&refresh_token=a1',
  names: 'token:=',
  options: '--token ',
  braces: '{',
  brackets: '](',
  icons: '$(',
  quotes: "'",
  'double quotes': '"',
  backslashes: '\\',
  escapes: '\\u00',
  'percent signs': '%2',
  'beginnings of comments': '/*',
  'line comments': '//\n',
  hashes: ' #',
  elements: '<a ',
  blanks: ' ',
  'line breaks': '\n',
  'stacked marks': '\u0301',
  'zero-width characters': '\u200b',
  'right-to-left letters': 'ש',
};

/** What reads foreign text. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  decodeToken,
  checkRefreshToken: text => checkRefreshToken(trimToken(text), roomId, 0),
  recognizePaste: text => recognizePaste(text.slice(0, 200_000), 0),
  findSecrets,
  tokenAt: text => tokenAt(text, text.length / 2),
  plainText: text => plainText(text, 400),
  ...Object.fromEntries(
    ['typescript', 'python', 'shellscript', 'php', 'powershell'].map(language => [
      `environmentReplacement in ${language}`,
      (text: string) =>
        environmentReplacement(language, 'X', `${text}"${token}"`, {
          start: text.length + 1,
          end: text.length + 1 + token.length,
        }),
    ]),
  ),
};

describe.each(Object.entries(parts))(
  'A quarter of a megabyte of %s',
  { timeout: 60_000 },
  (_name, part) => {
    const text = part.repeat(Math.ceil(length / part.length)).slice(0, length);

    it('is read in no time, by whatever reads it', () => {
      const slow = Object.entries(readers).filter(([, read]) => {
        const before = performance.now();
        read(text);
        return performance.now() - before > patience;
      });
      expect(slow.map(([name]) => name)).toEqual([]);
    });
  },
);
