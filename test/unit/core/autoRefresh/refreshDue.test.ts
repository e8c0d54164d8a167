import { describe, expect, it } from 'vitest';
import { refreshDue, refreshLead } from '../../../../src/core/autoRefresh/refreshDue';
import { noon } from '../rooms/world';

describe('When a client token is due', () => {
  it.each([
    [1, 3],
    [10, 3],
    [15, 3],
    [16, 3.2],
    [60, 12],
    [299, 59.8],
    [300, 60],
    [600, 60],
    [86_400, 60],
  ])('one that lives %s s is due %s s before its end', (life, lead) => {
    const expiresAt = noon + life * 1000;
    expect(refreshLead({ issuedAt: noon, expiresAt })).toBe(lead * 1000);
    expect(refreshDue({ issuedAt: noon, expiresAt })).toBe(expiresAt - lead * 1000);
  });

  it('one that does not tell its start is due a minute before its end', () => {
    expect(refreshDue({ expiresAt: noon })).toBe(noon - 60_000);
  });

  it('one that ends before it starts is due at once', () => {
    expect(refreshDue({ issuedAt: noon, expiresAt: noon - 1000 })).toBe(noon - 4000);
  });

  it.each([{}, { issuedAt: noon }])('one without an end is never due: %o', times => {
    expect(refreshDue(times)).toBe(Infinity);
  });
});
