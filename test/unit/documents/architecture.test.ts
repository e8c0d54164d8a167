import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markdownFile } from './markdownFiles';

/** The arrows of the picture. */
function drawnArrows(): readonly string[] {
  const [, picture = ''] =
    /```mermaid\n([^]*?)```/.exec(markdownFile('docs/architecture.md').text) ?? [];
  return [...picture.matchAll(/^ *(\w+ --> \w+)$/gm)].map(([, arrow = '']) => arrow);
}

/** `vscode --> core` where a file of `src/vscode` imports one of `src/core`; each once. */
function importArrows(): readonly string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  const arrows = files
    .filter(file => file.endsWith('.ts'))
    .flatMap(file => {
      const [from = ''] = file.split(/[\\/]/).map(part => part.replace(/\.ts$/, ''));
      const imports = readFileSync(join('src', file), 'utf8').matchAll(
        /(?:from|import\() *'(\.[^']*)'/g,
      );
      return [...imports]
        .map(([, target = '']) => join(file, '..', target).split(/[\\/]/)[0] ?? '')
        .filter(to => to !== from)
        .map(to => `${from} --> ${to}`);
    });
  return [...new Set(arrows)];
}

describe('docs/architecture.md', () => {
  it('draws every import between the folders of src, and none that is not there', () => {
    const drawn = drawnArrows();
    expect(drawn.length).toBeGreaterThan(8);
    expect([...drawn].sort()).toEqual([...importArrows()].sort());
  });
});
