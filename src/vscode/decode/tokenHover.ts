import { Hover, languages, MarkdownString, Range, type Disposable } from 'vscode';
import { readOnlyScheme } from '../readOnlyDocuments';
import { loadDecoding } from './loadDecoding';

/** Says in two lines what a token of Telnyx's is where the pointer rests on one, in any document. */
export function registerTokenHover(now: () => number): Disposable {
  return languages.registerHoverProvider('*', {
    async provideHover(document, { line, character }) {
      if (document.uri.scheme === readOnlyScheme) {
        return undefined;
      }
      const { text } = document.lineAt(line);
      const { hoverLines, tokenAt } = await loadDecoding();
      const found = tokenAt(text, character);
      if (found === undefined) {
        return undefined;
      }
      // Ids and times are all that comes from the token, so none of it can be Markdown.
      const lines = new MarkdownString(hoverLines(found.decoded, now()).join('\n\n'));
      return new Hover(lines, new Range(line, found.start, line, found.end));
    },
  });
}
