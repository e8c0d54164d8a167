import { Diagnostic, DiagnosticSeverity, Range, type TextDocument } from 'vscode';
import type { FoundSecret } from '../../core/tokens/findTokens';
import type { Decoding } from './loadDecoding';

const source = 'Telnyx Room Tokens';

const codes: Readonly<Record<FoundSecret['kind'], string>> = {
  clientToken: 'client-token',
  refreshToken: 'refresh-token',
  apiKey: 'api-key',
};

/** The mark on a secret in a document; it quotes nothing of the secret. */
export function secretMark(
  document: TextDocument,
  secret: FoundSecret,
  { diagnosticText }: Decoding,
  now: number,
): Diagnostic {
  const diagnostic = new Diagnostic(
    rangeOf(document, secret),
    diagnosticText(secret, now),
    DiagnosticSeverity.Information,
  );
  diagnostic.source = source;
  diagnostic.code = codes[secret.kind];
  return diagnostic;
}

/** Whether a diagnostic is a mark on a secret, and not another extension's. */
export function isSecretMark(diagnostic: Diagnostic): boolean {
  return diagnostic.source === source;
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
