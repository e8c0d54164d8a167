import { describe, expect, it } from 'vitest';
import { libraryOf } from '../../../scripts/bundledLibraries';
import { cycloneDx } from '../../../scripts/cycloneDx';

const extension = {
  name: 'room-tokens',
  publisher: 'somebody',
  version: '1.2.3',
  description: 'Refreshes tokens.',
  license: 'MIT',
  repository: { url: 'https://github.com/somebody/something' },
};

function library(version: string) {
  return { version, license: 'ISC', integrity: 'sha512-AAEC' };
}

describe('The bill of materials', () => {
  it('names the extension and each library, with version, licence and digest', () => {
    const bill = cycloneDx(extension, new Map([['@scope/one', library('4.5.6')]]));
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'room-tokens', version: '1.2.3' } },
      components: [
        {
          name: '@scope/one',
          version: '4.5.6',
          purl: 'pkg:npm/%40scope/one@4.5.6',
          licenses: [{ license: { id: 'ISC' } }],
          hashes: [{ alg: 'SHA-512', content: '000102' }],
        },
      ],
      dependencies: [{ dependsOn: ['pkg:npm/%40scope/one@4.5.6'] }, {}],
    });
  });

  it('is the same for the same content, and has another serial number for another', () => {
    const [one, same, other] = ['4.5.6', '4.5.6', '4.5.7'].map(version =>
      JSON.stringify(cycloneDx(extension, new Map([['one', library(version)]]))),
    );
    const serialNumber =
      /"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/;
    expect(one).toBe(same);
    expect(one).toMatch(serialNumber);
    expect(serialNumber.exec(one ?? '')?.[0]).not.toBe(serialNumber.exec(other ?? '')?.[0]);
  });

  it.each([undefined, { ...library('1.0.0'), integrity: 'sha1-AAEC' }])(
    'is not made where the lock file holds no digest of a library',
    locked => {
      expect(() => cycloneDx(extension, new Map([['one', locked]]))).toThrow('of one');
    },
  );

  it.each([
    ['node_modules/undici/index.js', 'undici'],
    ['keep-together:node_modules/@scope/one/lib/a.js', '@scope/one'],
    ['../shared/node_modules/one/node_modules/two/a.js', 'two'],
    ['src/core/rooms/room.ts', undefined],
  ])('takes %s for a file of %s', (input, name) => {
    expect(libraryOf(input)).toBe(name);
  });
});
