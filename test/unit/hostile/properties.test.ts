import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeToken } from '../../../src/core/tokens/decodeToken';
import { tokenTimes, numericDate } from '../../../src/core/tokens/tokenTimes';
import { plainSentence, plainText } from '../../../src/display/plainText';
import { statusBarView } from '../../../src/display/statusBarView';
import { hostileTexts } from '../../support/hostile/hostileTexts';
import { makeJwt, makeJwtOfText } from '../../support/makeJwt';
import { roomId } from '../../support/telnyxTokens';
import { contextAt, noon, roomOf } from '../display/rooms';
import { expectInert } from './expectInert';
import { documentOfToken, rowsOfToken, shownOfToken } from './foreignText';

/** Milliseconds; none takes more than a few seconds on a machine that has nothing else to do. */
const timeout = 60_000;

/** Any text, with what means something to VS Code, to Markdown or to a reader more often than not. */
const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.constantFrom(...Object.values(hostileTexts)),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '$(',
          '$',
          '(',
          ')',
          '[',
          ']',
          '](',
          'command:x',
          '$(bug)',
          '\\',
          '`',
          '<',
          '!',
        ),
        fc.constantFrom(
          '\u200b',
          '\u202e',
          '\u2068',
          '\u2069',
          '\u0301',
          'ש',
          'م',
          '😀',
          '\ud800',
          '\n',
          ' ',
        ),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 60 },
    )
    .map(parts => parts.join('')),
);

const someNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(1e11, 1e12, 1e13, 8.64e15, 253_402_300_799, 253_402_300_800_000, -0, 5e-324),
);

/** Any JSON value, with a text in every place. */
const { value: someValue } = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    someText,
    someNumber.map(number => (Number.isFinite(number) ? number : String(number))),
    fc.constantFrom(null, true, {}, []),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(someText, tie('value'), { maxKeys: 4 }),
  ),
}));

const someGrant = fc.oneof(
  someValue,
  fc.record(
    {
      actions: fc.oneof(fc.array(someText, { maxLength: 4 }), someValue),
      resources: fc.array(
        fc.oneof(
          someText,
          someText.map(text => `telnyx:video:rooms:${text}`),
          fc.constant(`telnyx:video:rooms:${roomId}`),
        ),
        { maxLength: 4 },
      ),
      subjects: fc.array(someText, { maxLength: 4 }),
    },
    { requiredKeys: [] },
  ),
);

const someClaims = fc
  .tuple(
    fc.record(
      {
        exp: fc.oneof(someNumber, someValue),
        iat: fc.oneof(someNumber, someValue),
        nbf: someValue,
        typ: fc.oneof(fc.constantFrom('access', 'refresh'), someValue),
        iss: someValue,
        grants: fc.oneof(fc.array(someGrant, { maxLength: 4 }), someValue),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(someText, someValue, { maxKeys: 4 }),
  )
  .map(([known, unknown]) => ({ ...unknown, ...known }));

const someToken = fc.oneof(
  fc
    .tuple(someClaims, fc.oneof(fc.record({ alg: someValue }), someValue))
    .map(([claims, header]) => makeJwt(claims, header)),
  someText.map(payload => makeJwtOfText(payload)),
  someText,
);

describe('Whatever a token claims', { timeout }, () => {
  it('shows nothing live, hidden, secret or too long', () => {
    fc.assert(
      fc.property(someToken, token => {
        shownOfToken(token).forEach(expectInert);
      }),
      { numRuns: 150 },
    );
  });

  it('has rows of their own ids and labels, and a document of JSON', () => {
    fc.assert(
      fc.property(someToken, token => {
        const rows = rowsOfToken(token);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        expect(rows.every(({ label }) => label.trim() !== '')).toBe(true);
        expect(rows.map(({ description }) => description).join()).not.toMatch(/NaN:/);
        expect(documentOfToken(token)).not.toMatch(
          /(?![\n\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\p{Cs}]/u,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('names a time that can be shown, or none', () => {
    fc.assert(
      fc.property(fc.oneof(someNumber, someValue), value => {
        const moment = numericDate(value);
        expect(moment === undefined || !Number.isNaN(new Date(moment).getTime())).toBe(true);
        const decoded = decodeToken(makeJwt({ exp: value }));
        expect(decoded.ok && decoded.token.times.expiresAt).toBe(
          numericDate(JSON.parse(JSON.stringify(value))),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('never makes the status bar wait for a moment that is past, or for none at all', () => {
    const someMoment = someNumber.map(numericDate);
    fc.assert(
      fc.property(
        someMoment,
        someMoment,
        fc.constantFrom('always', 'lastMinute', 'never'),
        (issuedAt, expiresAt, mode) => {
          const room = roomOf({ clientToken: tokenTimes(issuedAt, expiresAt) });
          const view = statusBarView([room], undefined, mode, () => contextAt(noon));
          expect(view?.text.length).toBeLessThan(60);
          expect(view?.changesIn ?? 1).toBeGreaterThan(0);
          expect(view?.changesIn ?? 1).toBeLessThanOrEqual(86_400_000);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('plainText and plainSentence', { timeout }, () => {
  it('make any text inert, and no other by a second time', () => {
    fc.assert(
      fc.property(someText, fc.integer({ min: 8, max: 300 }), (text, longest) => {
        const plain = plainText(text, longest);
        expectInert({ where: 'a text', text: plain, longest: longest + 2 });
        expect(plainText(plain, longest + 2)).toBe(plain);
      }),
      { numRuns: 2000 },
    );
  });

  it('keep two texts apart that stand in one sentence', () => {
    fc.assert(
      fc.property(someText, someText, (one, other) => {
        const sentence = `Room ${plainText(one)} and room ${plainText(other)}, valid until 12:10:00.`;
        expect(plainSentence(sentence, 400)).toBe(sentence);
        expectInert({ where: 'a sentence', text: sentence, longest: 400 });
      }),
      { numRuns: 1500 },
    );
  });
});
