import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { markdownFile, markdownFiles, withoutBlocks } from './markdownFiles';

/** What looks like the path of a folder or file of the repository. */
const pathLike =
  /^(?:src|test|scripts|docs|media|l10n|\.vscode|\.github|\.ci)(?:\/|$)|^[\w.-]+\.\w+$/;

function namedPaths(document: string): readonly string[] {
  const code = withoutBlocks(markdownFile(document).text).matchAll(/`([^`\n]+)`/g);
  return [...code].flatMap(([, text = '']) => text.split(' ')).filter(word => pathLike.test(word));
}

describe.each([
  ['docs/architecture.md', 50],
  ['CONTRIBUTING.md', 50],
])('The paths that %s names', (document, atLeast) => {
  it('exist', () => {
    const paths = namedPaths(document);
    expect(paths.length).toBeGreaterThan(atLeast);
    expect(paths.filter(path => !existsSync(path))).toEqual([]);
  });
});

describe('The scripts that documents name', () => {
  it('exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Readonly<Record<string, string>>;
    };
    const named = markdownFiles().flatMap(({ text }) =>
      [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script),
    );
    expect(named).toEqual(expect.arrayContaining(['docs', 'package', 'bench', 'test:unit']));
    expect(named.filter(script => !(script in scripts))).toEqual([]);
  });
});
