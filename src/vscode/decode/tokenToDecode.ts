import { env, window, type Selection, type TextEditor } from 'vscode';
import { decodeToken, type DecodeResult } from '../../core/tokens/decodeToken';
import { longestSearchedText } from '../../core/tokens/findTokens';

/** What may be a JWT: three base64url parts, of which the first is a JSON object. */
const jwt = /(?<![\w-])e[wy][\w-]{4,}\.[\w-]+\.[\w-]*/g;

/**
 * Decodes what the user means: the first JWT in the selection, else the one around the selection or
 * the cursor, else the first one on the clipboard, which is read only when nothing is selected. What
 * is selected and holds no readable JWT is answered with why; undefined when there is nothing at all.
 */
export async function tokenToDecode(): Promise<DecodeResult | undefined> {
  const editor = window.activeTextEditor;
  return (editor && decodeInEditor(editor)) ?? decodeFirst(await env.clipboard.readText());
}

function decodeInEditor({ document, selection }: TextEditor): DecodeResult | undefined {
  const selected = document.getText(selection);
  const { text: line } = document.lineAt(selection.start);
  return (
    decodeFirst(selected) ??
    (selection.isSingleLine ? decodeAround(line, selection) : undefined) ??
    (selection.isEmpty ? undefined : decodeToken(selected.trim()))
  );
}

function decodeFirst(text: string): DecodeResult | undefined {
  for (const [token] of text.slice(0, longestSearchedText).matchAll(jwt)) {
    const result = decodeToken(token);
    if (result.ok) {
      return result;
    }
  }
  return undefined;
}

/** Double clicks select one part of a token, as dots end words. */
function decodeAround(line: string, { start, end }: Selection): DecodeResult | undefined {
  const around = [...line.matchAll(jwt)].find(
    ({ 0: token, index }) => index <= start.character && end.character <= index + token.length,
  );
  return around && decodeFirst(around[0]);
}
