import { describe, expect, it } from 'vitest';
import { decodeToken } from '../../../src/core/tokens/decodeToken';
import { hostileTokens } from '../../support/hostile/hostileTokens';
import { utcTime } from '../../../src/display/timeText';
import { slip } from '../../support/hostile/inertText';
import { expectInert } from './expectInert';
import { documentOfToken, rowsOfToken, shownOfToken } from './foreignText';

/** Milliseconds in which no token of any sort keeps the window waiting, on a machine that is busy. */
const patience = 2_000;

/** More rows than any token has; each has fewer under it than a person can look through. */
const mostRows = 5_000;
const mostChildren = 101;

describe('The corpus of hostile tokens', () => {
  it('is as large as it is said to be, and names each case', () => {
    expect(hostileTokens.length).toBeGreaterThanOrEqual(200);
    expect(new Set(hostileTokens.map(({ name }) => name)).size).toBe(hostileTokens.length);
  });
});

describe.each(hostileTokens)('A token with $name', ({ token, unreadable, expiresAt }) => {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  const header = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString();

  it('is read, or not, for what it is', () => {
    const result = decodeToken(token);
    expect(result.ok ? undefined : result.reason).toBe(unreadable);
    if (result.ok && expiresAt !== undefined) {
      expect(result.token.times.expiresAt ?? null).toEqual(
        expiresAt === 0 ? expect.closeTo(0) : expiresAt,
      );
    }
  });

  it('shows nothing that is live, hidden, secret, or too long, and takes no time', () => {
    const before = performance.now();
    const shown = shownOfToken(token);
    expect(performance.now() - before).toBeLessThan(patience);
    shown.forEach(expectInert);
    const parts = token.split('.').filter(part => part.length > 16);
    const text = shown.map(({ text }) => text).join('\n');
    expect(parts.filter(part => text.includes(part.slice(0, 16)))).toEqual([]);
  });

  it('has rows that say what is there, in a number that can be looked through', () => {
    const rows = rowsOfToken(token);
    expect(rows.length).toBeLessThan(mostRows);
    expect(Math.max(...rows.map(({ children = [] }) => children.length))).toBeLessThanOrEqual(
      mostChildren,
    );
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(rows.filter(({ label }) => label.trim() === '')).toEqual([]);
    const text = JSON.stringify(rows);
    // What the token itself says in so many words is no slip.
    if (!slip.test(payload + header)) {
      expect(text.match(slip)?.[0]).toBeUndefined();
    }
    if (unreadable !== undefined) {
      expect(text).toContain(
        {
          tooLong: 'too long to be read',
          notAJwt: 'not a readable JWT',
          notAnObject: 'holds no claims',
        }[unreadable],
      );
      expect(text).toContain('no expiry known');
    } else if (expiresAt !== undefined) {
      expect(text.includes('no expiry known')).toBe(expiresAt === null);
      expect(text.includes(`exp: ${utcTime(expiresAt ?? 0)} (UTC)`)).toBe(expiresAt !== null);
      expect(text.includes('exp: not a time: ')).toBe(
        expiresAt === null && payload.includes('"exp"'),
      );
    }
  });

  it('decodes to a document of JSON and comments, with nothing hidden in it', () => {
    const document = documentOfToken(token);
    expect(document.length).toBeLessThan(1_000_000);
    expect(document).not.toMatch(/(?![\n\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}\p{Cs}]/u);
    expect(() => {
      JSON.parse(document.replace(/^\/\/.*|(?<=,|\d|") \/\/ [^"\n]*$/gm, ''));
    }).not.toThrow();
    if (!slip.test(payload + header)) {
      expect(document.match(slip)?.[0]).toBeUndefined();
    }
  });
});
