import { expect, it } from 'vitest';
import { noonTimeZone } from '../../../scripts/hosts/noonTimeZone';

it('is noon in the time zone of the tests, at every hour of the day', () => {
  for (let hour = 0; hour < 24; hour++) {
    const now = new Date(Date.UTC(2026, 0, 1, hour, 59, 59));
    const timeZone = noonTimeZone(now);
    expect(now.toLocaleTimeString('en-GB', { timeZone }), timeZone).toBe('12:59:59');
  }
});
