import { Diagnostic, DiagnosticSeverity, Range, type TextDocument } from 'vscode';
import type { FoundSecret } from '../../core/tokens/findTokens';
import { diagnosticText } from '../../display/decoded/diagnosticText';
import { isSecretMark, markSource } from './isSecretMark';

const codes: Readonly<Record<FoundSecret['kind'], string>> = {
  clientToken: 'client-token',
  refreshToken: 'refresh-token',
  apiKey: 'api-key',
};

/** The mark on a secret in a document; it quotes nothing of the secret. */
export function secretMark(document: TextDocument, secret: FoundSecret, now: number): Diagnostic {
  const diagnostic = new Diagnostic(
    rangeOf(document, secret),
    diagnosticText(secret, now),
    DiagnosticSeverity.Information,
  );
  diagnostic.source = markSource;
  diagnostic.code = codes[secret.kind];
  return diagnostic;
}

/** Whether a mark is the one on this secret, where the secret stands now. */
export function marks(
  diagnostic: Diagnostic,
  document: TextDocument,
  secret: FoundSecret,
): boolean {
  return (
    isSecretMark(diagnostic) &&
    diagnostic.code === codes[secret.kind] &&
    diagnostic.range.isEqual(rangeOf(document, secret))
  );
}

function rangeOf(document: TextDocument, { start, end }: FoundSecret): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}
