import { describe, expect, it } from 'vitest';
import { errorOfAnswer } from '../../../src/core/api/errorAnswer';
import { apiErrorMessage } from '../../../src/display/apiErrorSentence';
import { keyCallMessage } from '../../../src/display/keyCallSentence';
import { pasteText } from '../../../src/display/pasteSentence';
import { plainSentence, plainText } from '../../../src/display/plainText';
import { roomPickDetail } from '../../../src/display/roomPickDetail';
import { roomRow } from '../../../src/display/roomRow';
import { roomTitle } from '../../../src/display/roomTitle';
import { statusBarView } from '../../../src/display/statusBarView';
import { accountRoomItem, typedItems } from '../../../src/vscode/prompts/accountRoomItems';
import { hostileTexts } from '../../support/hostile/hostileTexts';
import type { ShownText } from '../../support/hostile/inertText';
import { roomId } from '../../support/telnyxTokens';
import { contextAt, noon, roomOf } from '../display/rooms';
import { expectInert } from './expectInert';
import { textsOfRow } from './foreignText';

/** Icons that stand before and beside the rooms of an account. */
const ownIcons = /\$\((?:broadcast|record)\) /g;

function shown(where: string, text: string | undefined, longest = 400): ShownText {
  return { where, text: text ?? '', longest };
}

/** All that is shown of a room by a name that came from the API or from the user. */
function shownOfName(name: string): readonly ShownText[] {
  const context = contextAt(noon);
  const rooms = [roomOf({ name }), roomOf({ givenName: name })];
  const account = { id: roomId, name, live: true, recording: true };
  const state = { rooms: [account], total: 1, status: 'complete' } as const;
  const items = [accountRoomItem(account), ...typedItems(roomId, state)];
  return [
    ...rooms.flatMap(room => textsOfRow(roomRow(room, context))),
    ...rooms.flatMap(room => {
      const bar = statusBarView([room], undefined, 'always', () => context);
      return [bar?.text, bar?.tooltip, bar?.accessibilityLabel, roomPickDetail(room, context)].map(
        text => shown('the status bar', text, 700),
      );
    }),
    ...items.flatMap(({ label, description }) => [
      shown('a pick', label, 82),
      shown('a pick', description?.replace(ownIcons, ''), 200),
    ]),
    ...rooms
      .flatMap(room => sentencesOf(roomTitle(room.record)))
      .map(text => shown('a sentence', text)),
  ];
}

function sentencesOf(title: string): readonly string[] {
  const error = errorOfAnswer({ status: 403, headers: {}, body: '' }, noon);
  const host = 'api.telnyx.com';
  const context = {
    roomTitle: title,
    roomId,
    hasApiKey: true,
    usedApiKey: false,
    sandbox: false,
    host,
  };
  const texts = [
    apiErrorMessage(error, context, noon).text,
    keyCallMessage(error, { call: 'generate', host, roomTitle: title }).text,
    pasteText({}, title, noon),
    `Forget room ${title}?`,
  ];
  return [...texts, ...texts.map(text => plainSentence(text, 400))];
}

describe.each(Object.entries(hostileTexts))('A name with %s', (_name, text) => {
  it('is shown with nothing live, hidden or secret in it, and never too long', () => {
    shownOfName(text).forEach(expectInert);
  });

  it('leaves a room with a title, and a row of an account with a label', () => {
    expect(roomTitle({ id: roomId, name: text }).trim()).not.toBe('');
    expect(
      accountRoomItem({ id: roomId, name: text, live: false, recording: false }).label,
    ).not.toBe('');
  });

  it('stays what it is, however often it is made plain', () => {
    for (const longest of [10, 40, 80, 300]) {
      const once = plainText(text, longest);
      expectInert({ where: `cut at ${longest}`, text: once, longest: longest + 2 });
      expect(plainText(once, longest + 2)).toBe(once);
    }
  });

  it('turns no words round that stand beside it in a message', () => {
    const title = plainText(text, 40);
    expect(plainSentence(`Room ${title}, valid until 12:10:00.`, 400)).toBe(
      `Room ${title}, valid until 12:10:00.`.trim(),
    );
  });
});
