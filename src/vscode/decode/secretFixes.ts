import {
  CodeAction,
  CodeActionKind,
  languages,
  Range,
  WorkspaceEdit,
  type Diagnostic,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { FoundSecret } from '../../core/tokens/findTokens';
import { loadDecoding, type Decoding } from './loadDecoding';
import { isSecretMark, marks } from './secretMarks';

/** Each fix reads the text up to its secret, and nobody chooses among more of the same name. */
const mostFixes = 10;

/** Offers, on each mark on a secret, to read an environment variable in its place. */
export function registerSecretFixes(): Disposable {
  return languages.registerCodeActionsProvider(
    '*',
    {
      async provideCodeActions(document, _range, { diagnostics }) {
        const ours = diagnostics.filter(isSecretMark).slice(0, mostFixes);
        if (ours.length === 0) {
          return [];
        }
        const decoding = await loadDecoding();
        // Marks may be older than the text: only what still stands where its mark is gets a fix.
        return decoding.findSecrets(document.getText()).flatMap(secret => {
          const mark = ours.find(diagnostic => marks(diagnostic, document, secret));
          return mark ? fixes(decoding, document, secret, mark) : [];
        });
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

/** The fix of one secret, or none where the language, or the place in it, is not known for sure. */
function fixes(
  { environmentReplacement, usualVariable }: Decoding,
  document: TextDocument,
  secret: FoundSecret,
  mark: Diagnostic,
): readonly CodeAction[] {
  const variable = usualVariable(secret.kind);
  const text = document.getText();
  const replacement = environmentReplacement(document.languageId, variable, text, secret);
  if (replacement === undefined) {
    return [];
  }
  const { start, end, newText } = replacement;
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const action = new CodeAction(`Read ${variable} from the environment`, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(document.uri, range, newText);
  action.diagnostics = [mark];
  action.isPreferred = true;
  return [action];
}
