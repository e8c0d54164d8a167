import { describe, expect, it } from 'vitest';
import { drillReview } from '../../../src/display/drillReview';
import { durationText } from '../../../src/display/durationText';
import { noon } from './rooms';

describe('drillReview', () => {
  it('says when the token ended and what an app should have done before', () => {
    const { text, detail } = drillReview(noon, noon + 1500);
    expect(text).toBe('The token of the drill ended 12:00:00.');
    expect(detail).toMatch(/room\.updateClientToken\(token\)/);
    expect(detail.split('\n').filter(line => /^\d\. /.test(line))).toHaveLength(3);
  });
});

describe('durationText', () => {
  it.each([
    [10, '10 s'],
    [60, '60 s'],
    [90, '90 s'],
    [120, '2 min'],
    [600, '10 min'],
    [3600, '1 h'],
    [5400, '90 min'],
    [86_400, '24 h'],
  ])('of %i s is %s', (seconds, expected) => {
    expect(durationText(seconds)).toBe(expected);
  });
});
