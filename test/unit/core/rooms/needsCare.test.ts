import { describe, expect, it } from 'vitest';
import { needsCare } from '../../../../src/core/rooms/needsCare';
import { noon, roomOf } from '../../display/rooms';

const nothing = { autoRefresh: false, reminders: false };
const reminders = { ...nothing, reminders: true };

describe('A room needs care that nobody asks for', () => {
  it.each([
    ['nothing is wanted', {}, nothing, noon, false],
    ['its user is to be reminded of its end', {}, reminders, noon, true],
    ['its client token has ended', {}, reminders, noon + 600_000, false],
    ['its client token has no end', { clientToken: {} }, reminders, noon, false],
    ['rooms are kept fresh', {}, { ...nothing, autoRefresh: true }, noon, true],
    ['it is kept fresh itself', { autoRefresh: 'on' }, nothing, noon + 600_000, true],
    ['the API refused it: that is shown', { autoRefresh: 'stopped' }, nothing, noon, true],
    ['it alone is not', { autoRefresh: 'off' }, { ...nothing, autoRefresh: true }, noon, false],
  ] as const)('%s', (_case, record, wanted, now, expected) => {
    expect(needsCare(roomOf(record), wanted, now)).toBe(expected);
  });
});
