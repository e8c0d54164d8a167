import { Hover, MarkdownString, Range, type Position, type TextDocument } from 'vscode';
import { tokenAt } from '../../core/tokens/findTokens';
import { hoverLines } from '../../display/decoded/hoverLines';

/**
 * Says in two lines what a token of Telnyx's is where the pointer rests on one.
 *
 * @param now what time it is for the API, in milliseconds since the epoch.
 */
export function tokenHover(
  document: TextDocument,
  { line, character }: Position,
  now: number,
): Hover | undefined {
  const found = tokenAt(document.lineAt(line).text, character);
  if (found === undefined) {
    return undefined;
  }
  // Ids and times are all that comes from the token, so none of it can be Markdown.
  const lines = new MarkdownString(hoverLines(found.decoded, now).join('\n\n'));
  return new Hover(lines, new Range(line, found.start, line, found.end));
}
