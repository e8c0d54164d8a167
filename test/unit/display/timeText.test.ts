import { describe, expect, it } from 'vitest';
import { countdown, expiryText, localTime, utcTime } from '../../../src/display/timeText';

// In local time, so that the test holds in every time zone.
const evening = new Date(2026, 10, 23, 23, 59, 58).getTime();

describe('localTime', () => {
  it('is hours, minutes and seconds, with the date on another day', () => {
    expect(localTime(evening, evening)).toBe('23:59:58');
    expect(localTime(evening + 5000, evening)).toBe('2026-11-24 00:00:03');
    expect(localTime(evening, evening + 5000)).toBe('2026-11-23 23:59:58');
  });

  it('has a year of four digits at least', () => {
    const early = new Date(evening).setFullYear(33);
    const late = new Date(evening).setFullYear(33_658);
    expect(localTime(early, evening)).toBe('0033-11-23 23:59:58');
    expect(localTime(late, evening)).toBe('33658-11-23 23:59:58');
  });
});

describe('utcTime', () => {
  it('is what the API writes', () => {
    expect(utcTime(Date.UTC(2021, 3, 22, 12, 24, 55, 999))).toBe('2021-04-22T12:24:55Z');
  });
});

describe('expiryText', () => {
  it('says until when, or since when', () => {
    expect(expiryText({ expiresAt: evening }, evening - 1)).toBe('until 23:59:58');
    expect(expiryText({ expiresAt: evening }, evening)).toBe('expired 23:59:58');
    expect(expiryText({}, evening)).toBe('no expiry known');
  });
});

describe('countdown', () => {
  it.each([
    [0, '0:00'],
    [9, '0:09'],
    [582, '9:42'],
    [3599, '59:59'],
    [3600, '1:00:00'],
    [3723, '1:02:03'],
  ])('of %i s is %s', (seconds, text) => {
    expect(countdown(seconds)).toBe(text);
  });
});
