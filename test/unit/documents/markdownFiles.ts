import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A Markdown file of the repository. */
export interface MarkdownFile {
  /** Relative to the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** What is installed, built or downloaded is nobody's document. */
const foreign = new Set(['node_modules', 'dist', 'artifacts', '.git', '.vscode-test']);

/** Every Markdown file of the repository. */
export function markdownFiles(folder = ''): readonly MarkdownFile[] {
  return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
    .filter(({ name }) => !foreign.has(name))
    .flatMap(entry => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        return markdownFiles(path);
      }
      return path.endsWith('.md') ? [markdownFile(path)] : [];
    });
}

/** One of them. */
export function markdownFile(path: string): MarkdownFile {
  return { path, text: readFileSync(join(path), 'utf8') };
}

/** A text without its blocks of code and its comments, in which nothing is a link or a heading. */
export function withoutBlocks(text: string): string {
  return text.replace(/^( *)(`{3,}).*\n[^]*?^\1\2 *$/gm, '').replace(/<!--[^]*?-->/g, '');
}
