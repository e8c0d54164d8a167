import { describe, expect, it } from 'vitest';
import { findingsOf, translated, withManifest, type Files } from './goodPackage';

describe('The check of a package', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a name with upper case', { name: 'Rooms' }, 'error  package.json name: '],
    ['a publisher with a space', { publisher: 'Some Body' }, 'error  package.json publisher: '],
    ['a pre-release version', { version: '1.2.3-beta.1' }, 'error  package.json version: '],
    ['a version of two numbers', { version: '1.2' }, 'error  package.json version: '],
    ['any VS Code', { engines: { vscode: '*' } }, 'error  package.json engines.vscode: '],
    [
      'an older VS Code than its types',
      { engines: { vscode: '^1.104.0' } },
      'error  package.json engines.vscode: ',
    ],
    [
      'an activation for all',
      { activationEvents: ['*'] },
      'error  package.json activationEvents: ',
    ],
    [
      'a derived activation',
      { activationEvents: ['onCommand:rooms.refresh'] },
      'warning  package.json activationEvents: Remove onCommand:rooms.refresh',
    ],
    [
      'a proposed API',
      { enabledApiProposals: ['chat'] },
      'error  package.json enabledApiProposals: ',
    ],
    [
      'an unknown extension kind',
      { extensionKind: ['web'] },
      'error  package.json extensionKind: ',
    ],
    ['nothing to activate', { main: undefined }, 'error  package.json main: '],
    [
      'a file to activate that is not there',
      { main: './dist/main.js' },
      'error  dist/main.js: Package it',
    ],
    ['no name to show', { displayName: '' }, 'error  package.json displayName: '],
    [
      'a hidden character',
      { displayName: 'Room\u200BTokens' },
      'error  package.json displayName: ',
    ],
    [
      'a long description',
      { description: 'x'.repeat(2_049) },
      'error  package.json description: Shorten',
    ],
    ['no licence', { license: undefined }, 'error  package.json license: '],
    ['no repository', { repository: undefined }, 'error  package.json repository: '],
    [
      'a repository without https',
      { repository: { url: 'git@github.com:a/b.git' } },
      'error  package.json repository: ',
    ],
    ['no place for bugs', { bugs: undefined }, 'error  package.json bugs: '],
    ['no price', { pricing: 'Paid' }, 'error  package.json pricing: '],
    [
      'an unknown category',
      { categories: ['Tokens'] },
      'error  package.json categories: Replace "Tokens"',
    ],
    ['no category', { categories: [] }, 'error  package.json categories: '],
    [
      '31 keywords',
      { keywords: Array.from({ length: 31 }, (_, index) => `k${index}`) },
      'error  package.json keywords: ',
    ],
    [
      'a keyword twice',
      { keywords: ['video', 'Video'] },
      'warning  package.json keywords: Name "video" once',
    ],
    [
      'a color by its name',
      { galleryBanner: { color: 'teal', theme: 'dark' } },
      'error  package.json galleryBanner.color: ',
    ],
    [
      'a theme of its own',
      { galleryBanner: { color: '#123456', theme: 'blue' } },
      'error  package.json galleryBanner.theme: ',
    ],
    [
      'an SVG for a badge',
      { badges: [{ url: 'https://example.com/badge.svg' }] },
      'error  package.json badges: ',
    ],
    [
      'a badge over http',
      { badges: [{ url: 'http://example.com/badge.png' }] },
      'error  package.json badges: ',
    ],
    ['no icon', { icon: undefined }, 'error  package.json icon: Name a PNG'],
    [
      'an icon that is not there',
      { icon: 'media/other.png' },
      'error  media/other.png: Package it',
    ],
    [
      'an SVG for an icon',
      { icon: 'media/rooms.svg' },
      'error  package.json icon: Make it a square PNG',
    ],
    [
      'a text that is not there',
      { displayName: '%name%' },
      'error  package.nls.json: Add a text for "name"',
    ],
    [
      'a text that is not used',
      { description: 'Refreshes tokens.' },
      'warning  package.nls.json: Remove "description"',
    ],
  ])('finds %s in the manifest', (_fault, changes, finding) => {
    expect(findingsOf(withManifest(changes))).toContainEqual(expect.stringContaining(finding));
  });

  it.each<[string, Files, string]>([
    [
      'a missing translation',
      { 'package.nls.de.json': JSON.stringify({ ...translated, title: '' }) },
      'error  package.nls.de.json: Translate "title"',
    ],
    [
      'a translation of nothing',
      { 'package.nls.de.json': JSON.stringify({ ...translated, old: 'x' }) },
      'error  package.nls.de.json: Remove "old"',
    ],
    [
      'a language without texts of the code',
      { 'l10n/bundle.l10n.de.json': undefined },
      'error  l10n/bundle.l10n.de.json: Package it',
    ],
  ])('finds %s', (_fault, changes, finding) => {
    expect(findingsOf(changes)).toContainEqual(expect.stringContaining(finding));
  });
});
