import { checkRefreshToken } from '../../../src/core/tokens/checkRefreshToken';
import { decodeToken, timesOfToken } from '../../../src/core/tokens/decodeToken';
import { findSecrets, tokenAt } from '../../../src/core/tokens/findTokens';
import { recognizePaste } from '../../../src/core/paste/recognizePaste';
import { decodedDocument } from '../../../src/display/decoded/decodedDocument';
import { diagnosticText } from '../../../src/display/decoded/diagnosticText';
import { environmentReplacement } from '../../../src/display/decoded/environmentReplacement';
import { hoverLines } from '../../../src/display/decoded/hoverLines';
import { detailRows } from '../../../src/display/detailRows';
import { pasteSentence } from '../../../src/display/pasteSentence';
import { plainSentence } from '../../../src/display/plainText';
import { refreshTokenSentence } from '../../../src/display/refreshTokenSentence';
import { roomRow } from '../../../src/display/roomRow';
import { spokenText, type Row } from '../../../src/display/row';
import { statusBarView } from '../../../src/display/statusBarView';
import type { ShownText } from '../../support/hostile/inertText';
import { roomId } from '../../support/telnyxTokens';
import { contextAt, noon, roomOf } from '../display/rooms';

/** The longest that each may be; a tooltip has lines of our own beside a foreign text. */
const longest = { label: 82, description: 200, tooltip: 700, sentence: 400 } as const;

/** A row and all rows below it. */
export function withDescendants(row: Row): readonly Row[] {
  return [row, ...(row.children ?? []).flatMap(withDescendants)];
}

/** The rows of a room that keeps this token as both of its tokens. */
export function rowsOfToken(token: string): readonly Row[] {
  const times = timesOfToken(token);
  const room = roomOf({ clientToken: times, refreshToken: times });
  const decoded = decodeToken(token);
  const context = contextAt(noon);
  const rows = detailRows(room, { client: decoded, refresh: decoded }, context);
  return [roomRow(room, context), ...rows].flatMap(withDescendants);
}

/** What a row says, in each of its places. */
export function textsOfRow(row: Row): readonly ShownText[] {
  const { label, description = '', tooltip = '' } = row;
  return [
    { where: `label of ${row.id}`, text: label, longest: longest.label },
    { where: `description of ${row.id}`, text: description, longest: longest.description },
    { where: `tooltip of ${row.id}`, text: tooltip, longest: longest.tooltip },
    { where: `screen reader at ${row.id}`, text: spokenText(row), longest: longest.tooltip },
  ];
}

/** All that is shown on account of a token, but for the document of Decode Token. */
export function shownOfToken(token: string): readonly ShownText[] {
  const times = timesOfToken(token);
  const room = roomOf({ clientToken: times, refreshToken: times });
  const bar = statusBarView([room], undefined, 'always', () => contextAt(noon));
  const decoded = decodeToken(token);
  const sentences = [
    bar?.text,
    bar?.accessibilityLabel,
    ...(decoded.ok ? hoverLines(decoded.token, noon) : []),
    ...markTexts(`const token = "${token}";`),
    ...markTexts(`https://example.com/rooms/${roomId}?client_token=${token}`),
    pasteSentence(recognizePaste(token, noon), undefined, noon).sentence,
    pasteSentence(recognizePaste(`TELNYX_REFRESH_TOKEN=${token}`, noon), room.record, noon)
      .sentence,
    refreshTokenSentence(checkRefreshToken(token, roomId, noon), roomId, noon),
  ].filter(text => text !== undefined);
  return [
    ...rowsOfToken(token).flatMap(textsOfRow),
    { where: 'tooltip of the status bar', text: bar?.tooltip ?? '', longest: longest.tooltip },
    ...sentences.map(text => ({ where: 'a sentence', text, longest: longest.sentence })),
    ...sentences.map(text => ({
      where: 'a message',
      text: plainSentence(text, longest.sentence),
      longest: longest.sentence,
    })),
  ];
}

/** The document of Decode Token. */
export function documentOfToken(token: string): string {
  return decodedDocument(decodeToken(token), noon);
}

/** What the diagnostics on a text say; their fixes are made as well. */
function markTexts(text: string): readonly string[] {
  tokenAt(text, text.length / 2);
  return findSecrets(text).flatMap(secret => [
    diagnosticText(secret, noon),
    environmentReplacement('typescript', 'TELNYX_CLIENT_TOKEN', text, secret)?.newText ?? '',
  ]);
}
