import { describe, expect, it } from 'vitest';
import { findingsOf, repository, type Files } from './goodPackage';

describe('The check of a package', () => {
  it.each<[string, Files, string]>([
    ['no README', { 'readme.md': undefined }, 'error  readme.md: Write it'],
    ['no changelog', { 'changelog.md': undefined }, 'error  changelog.md: Write it'],
    [
      'an image over http',
      { 'readme.md': '![x](http://example.com/x.png)' },
      'error  readme.md: Give the image',
    ],
    [
      'a relative image',
      { 'readme.md': '![x](media/x.png)' },
      'error  readme.md: Give the image media/x.png',
    ],
    [
      'a relative image in HTML',
      { 'readme.md': '<img alt="x" src="media/x.png">' },
      'error  readme.md: Give the image media/x.png',
    ],
    [
      'an image as data',
      { 'readme.md': '![x](data:image/svg+xml;base64,AAAA)' },
      'error  readme.md: Give the image',
    ],
    [
      'an SVG image',
      { 'changelog.md': '![x](https://example.com/x.svg)' },
      'error  changelog.md: Replace https://example.com/x.svg',
    ],
    [
      'an SVG in the text',
      { 'readme.md': '<svg viewBox="0 0 1 1"></svg>' },
      'error  readme.md: Replace the SVG',
    ],
    [
      'an image that the repository lacks',
      { 'readme.md': `![x](${repository}/raw/v1.2.3/media/gone.png)` },
      'the repository has no media/gone.png',
    ],
    [
      'a page that the repository lacks',
      { 'readme.md': `[x](${repository}/blob/v1.2.3/docs/gone.md)` },
      'the repository has no docs/gone.md',
    ],
    [
      'a relative link',
      { 'readme.md': '[x](docs/x.md)' },
      'error  readme.md: Mend the link docs/x.md: only https',
    ],
    [
      'a link to a command',
      { 'readme.md': '[x](command:rooms.refresh)' },
      'error  readme.md: Mend the link command:rooms.refresh',
    ],
    [
      'a link to no heading of its own',
      { 'readme.md': '# One\n\n[x](#two)' },
      'no heading of readme.md is called so',
    ],
    [
      'a link to no heading of a page',
      { 'readme.md': `[x](${repository}/blob/v1.2.3/SECURITY.md#gone)` },
      'no heading of SECURITY.md is called so',
    ],
  ])('finds %s', (_fault, changes, finding) => {
    expect(findingsOf(changes)).toContainEqual(expect.stringContaining(finding));
  });

  it.each([
    'https://img.shields.io/badge/x.svg',
    `${repository}/actions/workflows/ci.yml/badge.svg`,
  ])('lets the SVG of a trusted badge pass: %s', badge => {
    expect(findingsOf({ 'readme.md': `![x](${badge})` })).toEqual([]);
  });
});
