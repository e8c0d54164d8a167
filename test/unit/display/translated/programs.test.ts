import { untranslated } from './inBrackets';
import { describe, expect, it } from 'vitest';
import { UntrustedOriginError } from '../../../../src/core/programs/untrustedOriginError';
import { MissingTokenError } from '../../../../src/core/rooms/missingTokenError';
import { decodeToken } from '../../../../src/core/tokens/decodeToken';
import {
  refreshQuestion,
  roomsAnswer,
  statusAnswer,
} from '../../../../src/display/agents/agentAnswers';
import { drillReview } from '../../../../src/display/drillReview';
import { namedRoom } from '../../../../src/display/programs/namedRoom';
import { refreshProblem } from '../../../../src/display/programs/refreshProblem';
import { roomTerminal } from '../../../../src/display/roomTerminal';
import { copyForms } from '../../../../src/display/snippets/copyForms';
import { makeJwtOfText } from '../../../support/makeJwt';
import { otherRoomId, roomId } from '../../../support/telnyxTokens';
import { noon, roomOf } from '../rooms';
import { failure, rooms, title } from './samples';

describe('Nothing but names, numbers and times stays as it is', () => {
  it('in what is said to programs, in terminals and to users of agents', () => {
    const known = rooms.slice(0, 1).map(room => room);
    const twice = [roomOf(), roomOf({ baseUrl: 'https://z.example/v2' })];
    const named = [
      () => namedRoom(known, 'z', undefined),
      () => namedRoom(known, roomId, 1),
      () => namedRoom(known, otherRoomId, undefined),
      () => namedRoom(known, otherRoomId, 'https://z.example'),
      () => namedRoom(twice, roomId, undefined),
    ].map(fail => {
      try {
        fail();
        return 'no error';
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
    });
    const context = { room: roomOf({ name: title }).record, hasApiKey: false };
    const problems = [
      new UntrustedOriginError(),
      new MissingTokenError('refresh', undefined, false),
      new MissingTokenError('refresh', undefined, true),
      failure,
    ].map(error => refreshProblem(error, context, noon)?.message ?? 'no problem');
    const drill = drillReview(noon, noon);
    const texts = [
      ...named,
      ...problems,
      ...rooms.flatMap(({ record }) => [
        roomTerminal(record, 'z', noon).message,
        roomTerminal(record, 'z', noon + 1e8).message,
      ]),
      refreshQuestion(roomOf({ name: title }), 600),
      drill.text,
      ...drill.detail.split('\n'),
    ];
    expect(untranslated(texts, title)).toEqual([]);
  });

  it('in the forms to copy, but for the code that they name', () => {
    const code = [
      'initialize({ roomId, clientToken })',
      'Authorization: Bearer …',
      'TELNYX_CLIENT_TOKEN=…',
    ];
    const texts = copyForms.flatMap(({ label, description }) => [label, description]);
    expect(untranslated(texts, ...code)).toEqual([]);
  });
});

describe('What is for models and programs to read', () => {
  it('stays English', () => {
    const failed = roomOf({}, { activity: { kind: 'failed', error: failure } });
    const details = { client: decodeToken(makeJwtOfText('{"z":1e400,"zz":{"y":1e400}}')) };
    const answers = [roomsAnswer([failed], () => noon), statusAnswer(failed, details, noon)];
    expect(answers.join()).toContain('failed: server error (500)');
    expect(answers.join()).toContain('a number too large to read');
    expect(answers.join()).not.toMatch(/[⟦⟧]/);
    const facts = { roomId, baseUrl: 'https://api.telnyx.com/v2', ttlSeconds: 60 };
    const forms = copyForms.map(form =>
      form.needsToken ? form.text({ ...facts, token: 'z', expiresAt: noon }) : form.text(facts),
    );
    expect(forms.join()).not.toMatch(/[⟦⟧]/);
  });
});
