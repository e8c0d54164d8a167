import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GitFiles } from '../../../../src/core/git/gitFiles';
import { ignoredPaths, kindOf, repository, write } from './realGit';

/** Lines that people would write. */
const usualLine = fc
  .tuple(
    fc.constantFrom('', '', '!'),
    fc.constantFrom('', '', '/', '**/', 'a/', 'a/**/', '*/', '/b/', 'w1/'),
    fc.constantFrom('.env', '.env*', '*', 'a', 'b', 'A', '*.env', '?env', '[ab]', '**', '.ENV'),
    fc.constantFrom('', '', '/', '/*', '/**', ' ', '\r', '/**/.env'),
  )
  .map(parts => parts.join(''));

/** Any order of what means something in a line. */
const soup = fc
  .array(
    fc.constantFrom(
      ...['a', 'b', 'A', '.env', 'env', '\u00e4', '*', '**', '***', '?', '/', '\\', '!', '#', ' '],
      ...[
        '[',
        ']',
        '[a',
        '-',
        '^',
        '[!b]',
        '[[:alpha:]]',
        '[[:x:]]',
        '[[:upper:]',
        '[A-Z]',
        '\t',
        '\r',
        '\ufeff',
        '\0',
      ],
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''));

/** Starting git takes longer than what it is asked: one start is for all of these folders. */
const worlds = Array.from({ length: 25 }, (_, index) => `w${index}/`);
const pathsInWorld = ['', 'a/', 'a/b/', 'A/'].flatMap(folder =>
  ['.env', 'bb', 'a.env', '\u00e4'].map(name => folder + name),
);
const paths = worlds.flatMap(world => pathsInWorld.map(path => world + path));
const patternFiles = [
  '.git/info/exclude',
  '.gitignore',
  ...worlds.flatMap(world => ['', 'a/', 'a/b/', 'A/'].map(folder => `${world + folder}.gitignore`)),
];

/** What each of {@link patternFiles} holds. */
function contents(line: fc.Arbitrary<string>): fc.Arbitrary<Readonly<Record<string, string>>> {
  const text = fc.array(line, { maxLength: 4 }).map(lines => lines.join('\n'));
  return fc
    .array(text, { minLength: patternFiles.length, maxLength: patternFiles.length })
    .map(texts =>
      Object.fromEntries(patternFiles.map((file, index) => [file, texts[index] ?? ''])),
    );
}

/** The paths that git ignores on a disk of either sort. */
function ignoredByGit(folder: string): readonly string[] {
  const withCase = ignoredPaths(folder, paths, ['-c', 'core.ignoreCase=false']);
  const withoutCase = new Set(ignoredPaths(folder, paths, ['-c', 'core.ignoreCase=true']));
  return withCase.filter(path => withoutCase.has(path));
}

describe('What is ignored', () => {
  it.each([
    ['usual lines', usualLine],
    ['any lines', fc.oneof(usualLine, soup)],
  ])(
    'is what git ignores, by %s',
    async (_name, line) => {
      const folder = repository();
      let told = 0;
      await fc.assert(
        fc.asyncProperty(contents(line), async texts => {
          write(folder, texts);
          const files: GitFiles = {
            read: path => {
              const name = path.slice('/r/'.length);
              const text = name === '.git/HEAD' ? 'ref: refs/heads/main' : texts[name];
              return Promise.resolve(
                text === undefined ? undefined : new TextEncoder().encode(text),
              );
            },
          };
          const inGit = new Set(ignoredByGit(folder));
          for (const path of paths) {
            const kind = await kindOf(`/r/${path}`, files);
            if (kind === 'unknown') {
              continue;
            }
            told++;
            const isMissed = kind === 'exposed' && inGit.has(path) && hasRunInName(texts);
            if (!isMissed) {
              expect([path, kind]).toEqual([path, inGit.has(path) ? 'ignored' : 'exposed']);
            }
          }
        }),
        { numRuns: 1000, interruptAfterTimeLimit: 2000 },
      );
      expect(told).toBeGreaterThan(0);
    },
    60_000,
  );
});

/** Where asterisks are beside a name, git may ignore more than is found here. */
function hasRunInName(texts: Readonly<Record<string, string>>): boolean {
  return Object.values(texts).some(text => /[^/\n]\*\*/.test(text));
}
