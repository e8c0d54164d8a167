import { afterEach, describe, expect, it } from 'vitest';
import { t } from '../../../src/display/l10n';
import { english, inEnglish, translateWith } from '../../../src/display/translator';

const german: Readonly<Record<string, string>> = {
  Forget: 'Vergessen',
  'Room {0} of {1}': 'Aus {1}: Raum {0}',
};

/** Knows a few texts, and fills placeholders in as VS Code does. */
function inGerman(message: string, ...values: (string | number)[]): string {
  return (german[message] ?? message).replace(/\{(\d+)\}/g, (_all, index: string) =>
    String(values[Number(index)]),
  );
}

afterEach(() => translateWith(english));

describe('A text', () => {
  it('is English where nobody translates', () => {
    expect(t('Forget')).toBe('Forget');
    expect(t`Room ${'a'} of ${2}`).toBe('Room a of 2');
    expect(t`No value`).toBe('No value');
    expect(t`${1}${2}`).toBe('12');
  });

  it.each(['{0}', '{1}', '$&', '$1', '$$', '\\', '`', ''])(
    'takes %j as a value like any other',
    value => {
      expect(t`Room ${value} of ${'b'}`).toBe(`Room ${value} of b`);
    },
  );

  it('keeps what only looks like a placeholder', () => {
    expect(t('{ "room": 1 } {0} {}')).toBe('{ "room": 1 } {0} {}');
  });
});

describe('A translation', () => {
  it('is found by the whole English text, and may put the values in another order', () => {
    translateWith(inGerman);
    expect(t('Forget')).toBe('Vergessen');
    expect(t`Room ${'{1}'} of ${'$&'}`).toBe('Aus $&: Raum {1}');
  });

  it('is English where there is none', () => {
    translateWith(inGerman);
    expect(t`Key ${1} of ${2}`).toBe('Key 1 of 2');
  });

  it('holds from when it was asked for', () => {
    const before = t('Forget');
    translateWith(inGerman);
    expect([before, t('Forget')]).toEqual(['Forget', 'Vergessen']);
  });

  it('is left out of what is made in English, also when that throws', () => {
    translateWith(inGerman);
    expect(inEnglish(() => t('Forget'))).toBe('Forget');
    const fail = () => {
      throw new RangeError('on purpose');
    };
    expect(() => inEnglish(fail)).toThrow(RangeError);
    expect(t('Forget')).toBe('Vergessen');
  });
});
