import { commands, languages, type CodeAction, type Diagnostic, type TextDocument } from 'vscode';
import { eventually } from './eventually';

/** The extension's diagnostics on a document, in the order of the text. */
export function marksOn({ uri }: TextDocument): readonly Diagnostic[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'Telnyx Room Tokens')
    .sort((one, other) => one.range.start.compareTo(other.range.start));
}

/** The extension's diagnostics on a document, as soon as there are so many. */
export async function awaitMarks(
  document: TextDocument,
  count: number,
): Promise<readonly Diagnostic[]> {
  await eventually(() => marksOn(document).length === count);
  return marksOn(document);
}

/** The quick fixes that are offered for a diagnostic. */
export async function fixesOf(
  { uri }: TextDocument,
  mark: Diagnostic,
): Promise<readonly CodeAction[]> {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    mark.range,
    'quickfix',
  );
  return actions.filter(({ title }) => title.includes('TELNYX_'));
}
