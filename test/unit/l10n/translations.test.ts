import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundleFile, englishBundle, languages } from '../../../scripts/l10n/bundle';
import { differenceOf, translationFaults } from '../../../scripts/l10n/translationFaults';

describe('The translations', () => {
  it('are asked of translators as the source has the texts now (else run `npm run l10n`)', () => {
    expect(JSON.parse(readFileSync(bundleFile(), 'utf8'))).toEqual(englishBundle());
  });

  it.each(languages)('are whole in %s', language => {
    expect(translationFaults(language)).toEqual([]);
  });

  it.each([
    ['Room {0} was forgotten.', 'Raum {0} wurde vergessen.', undefined],
    ['{0} of {1}', '{1}: {0}', undefined],
    ['Room {0} was forgotten.', 'Der Raum wurde vergessen.', 'changes what is not'],
    ['Room {0} was forgotten.', 'Raum {1} wurde vergessen.', 'changes what is not'],
    ['$(key) no token', 'kein Token', 'changes what is not'],
    ['[Copy](command:copy) it', '[Kopieren](command:paste)', 'changes what is not'],
    ['The setting http.proxy', 'Die Einstellung http.Proxy', 'changes what is not'],
    ['Cancelled.', 'Abgebrochen', 'another blank or sign'],
    ['Other…', 'Andere', 'another blank or sign'],
    ['none', ' keiner', 'another blank or sign'],
    ['none', '', 'empty'],
  ])('compares %j with %j', (text, translation, fault) => {
    const difference = differenceOf(text, translation);
    expect(difference).toEqual(fault === undefined ? undefined : expect.stringContaining(fault));
  });
});
