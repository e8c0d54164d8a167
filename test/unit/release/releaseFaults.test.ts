import { describe, expect, it } from 'vitest';
import { changelogSection } from '../../../scripts/release/changelogSection';
import { releaseFaults } from '../../../scripts/release/releaseFaults';

const changelog = `# Changelog

## [Unreleased]

- To come.

## [1.2.3] - 2027-01-31

### Added

- This.

## [1.2.0] - 2026-12-01

- That.

## [1.1.0] - 2026-11-01
`;

const files = { manifest: { version: '1.2.3' }, lock: { version: '1.2.3' }, changelog };

describe('A release', () => {
  it('can be made where all agree on the version', () => {
    expect(releaseFaults('v1.2.3', files)).toEqual([]);
  });

  it.each([
    ['another tag', 'v1.2.4', {}, 'The tag is v1.2.4'],
    ['a tag without a v', '1.2.3', {}, 'The tag is 1.2.3'],
    ['another version in the lock file', 'v1.2.3', { lock: { version: '1.2.2' } }, 'package-lock'],
    [
      'a version that is not released in the changelog',
      'v1.3.0',
      { manifest: { version: '1.3.0' }, lock: { version: '1.3.0' } },
      'CHANGELOG.md has no text below "## [1.3.0]',
    ],
    [
      'a version without a text in the changelog',
      'v1.1.0',
      { manifest: { version: '1.1.0' }, lock: { version: '1.1.0' } },
      'CHANGELOG.md has no text below "## [1.1.0]',
    ],
  ])('is refused with %s', (_fault, tag, changes, message) => {
    expect(releaseFaults(tag, { ...files, ...changes })).toEqual([
      expect.stringContaining(message) as string,
    ]);
  });

  it('is told with what the changelog says of the version alone', () => {
    expect(changelogSection(changelog, '1.2.3')).toEqual({
      date: '2027-01-31',
      text: '### Added\n\n- This.',
    });
    expect(changelogSection(changelog, '1.2')).toBeUndefined();
  });
});
