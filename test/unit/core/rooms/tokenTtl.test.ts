import { describe, expect, it } from 'vitest';
import { clientTokenTtl, parseTtl, refreshTokenTtl } from '../../../../src/core/rooms/tokenTtl';

describe('parseTtl', () => {
  it.each([
    ['10', 10],
    ['3600', 3600],
    [' 600 ', 600],
    ['0060', 60],
  ])('reads %s for a client token', (text, seconds) => {
    expect(parseTtl(text, clientTokenTtl)).toBe(seconds);
  });

  it.each([
    ['60', 60],
    ['86400', 86_400],
  ])('reads %s for a refresh token', (text, seconds) => {
    expect(parseTtl(text, refreshTokenTtl)).toBe(seconds);
  });

  it.each([
    '9',
    '3601',
    '',
    '  ',
    '-10',
    '+60',
    '60.5',
    '60s',
    '1e2',
    '0x40',
    '6 0',
    '９９',
    '9999999',
  ])('refuses "%s" for a client token', text => {
    expect(parseTtl(text, clientTokenTtl)).toBeUndefined();
  });

  it.each(['59', '86401'])('refuses "%s" for a refresh token', text => {
    expect(parseTtl(text, refreshTokenTtl)).toBeUndefined();
  });
});
