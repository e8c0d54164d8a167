import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markdownFile, markdownFiles, withoutBlocks, type MarkdownFile } from './markdownFiles';

/** Targets of links and pictures: inline, in definitions, and in HTML. */
const target = /\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)|^\[[^\]]+\]: *(\S+)|(?:href|src)="([^"]+)"/gm;

/** What follows the name of a scheme leads out of the repository, and is not looked at. */
const elsewhere = /^[a-z][a-z+.-]*:/;

function linksOf({ text }: MarkdownFile): readonly string[] {
  const prose = withoutBlocks(text).replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(target)]
    .map(([, inline, defined, html]) => inline ?? defined ?? html ?? '')
    .filter(link => !elsewhere.test(link));
}

/** The anchors of a document's headings, as GitHub and the Marketplace make them. */
function anchorsOf({ text }: MarkdownFile): readonly string[] {
  const seen = new Map<string, number>();
  return [...withoutBlocks(text).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, title = '']) => {
    const anchor = title
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

/** Whether a link of a document leads to something that exists. */
function leadsSomewhere(from: MarkdownFile, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const path =
    file === '' ? from.path : posix.join(posix.dirname(from.path), decodeURIComponent(file));
  if (path.startsWith('..') || !existsSync(path)) {
    return false;
  }
  return (
    anchor === undefined || !path.endsWith('.md') || anchorsOf(markdownFile(path)).includes(anchor)
  );
}

describe('The links in Markdown files', () => {
  const files = markdownFiles();

  it('are found', () => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['README.md', 'docs/reliability.md']));
    const readme = files.find(({ path }) => path === 'README.md');
    expect(readme && linksOf(readme)).toContain('docs/troubleshooting.md');
    const text = '# A `b` & c\n[x](a.md#b "T")\n![y](<i.png>)\n[z]: d.md\n`[n](o)`\n';
    expect(linksOf({ path: 'x.md', text })).toEqual(['a.md#b', 'i.png', 'd.md']);
    expect(anchorsOf({ path: 'x.md', text: `${text}# A b c\n# A b c\n` })).toEqual([
      'a-b--c',
      'a-b-c',
      'a-b-c-1',
    ]);
  });

  it.each(files)('of $path lead to something that exists', file => {
    expect(linksOf(file).filter(link => !leadsSomewhere(file, link))).toEqual([]);
  });

  it('are missed where they lead nowhere', () => {
    const file = { path: 'docs/x.md', text: '' };
    expect(leadsSomewhere(file, '../README.md#settings')).toBe(true);
    expect(leadsSomewhere(file, '../README.md#nothing')).toBe(false);
    expect(leadsSomewhere(file, 'README.md')).toBe(false);
    expect(leadsSomewhere(file, '../../README.md')).toBe(false);
  });
});
