import {
  CodeAction,
  CodeActionKind,
  Range,
  WorkspaceEdit,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { findSecrets, type FoundSecret } from '../../core/tokens/findTokens';
import { usualVariable } from '../../display/decoded/diagnosticText';
import { environmentReplacement } from '../../display/decoded/environmentReplacement';
import { t } from '../../display/l10n';
import { marks } from './secretMarks';

/** Each fix reads the text up to its secret, and nobody chooses among more of the same name. */
const mostFixes = 10;

/** Offers, on each of our marks, to read an environment variable in the secret's place. */
export function secretFixes(document: TextDocument, shown: readonly Diagnostic[]): CodeAction[] {
  const ours = shown.slice(0, mostFixes);
  // Marks may be older than the text: only what still stands where its mark is gets a fix.
  return findSecrets(document.getText()).flatMap(secret => {
    const mark = ours.find(diagnostic => marks(diagnostic, document, secret));
    return mark ? fixes(document, secret, mark) : [];
  });
}

/** The fix of one secret, or none where the language, or the place in it, is not known for sure. */
function fixes(document: TextDocument, secret: FoundSecret, mark: Diagnostic): CodeAction[] {
  const variable = usualVariable(secret.kind);
  const text = document.getText();
  const replacement = environmentReplacement(document.languageId, variable, text, secret);
  if (replacement === undefined) {
    return [];
  }
  const { start, end, newText } = replacement;
  const range = new Range(document.positionAt(start), document.positionAt(end));
  const action = new CodeAction(t`Read ${variable} from the environment`, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(document.uri, range, newText);
  action.diagnostics = [mark];
  action.isPreferred = true;
  return [action];
}
