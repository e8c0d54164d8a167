import { describe, expect, it } from 'vitest';
import { parseClientTokenTtl } from '../../../../src/core/rooms/clientTokenTtl';

describe('parseClientTokenTtl', () => {
  it.each([
    ['10', 10],
    ['3600', 3600],
    [' 600 ', 600],
    ['0060', 60],
  ])('reads %s', (text, seconds) => {
    expect(parseClientTokenTtl(text)).toBe(seconds);
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
  ])('refuses "%s"', text => {
    expect(parseClientTokenTtl(text)).toBeUndefined();
  });
});
