import { describe, expect, it } from 'vitest';
import {
  grantedRoomIds,
  grantsJoin,
  hasOddGrants,
  parseGrants,
} from '../../../../src/core/tokens/grants';
import { otherRoomId, roomId } from '../../../support/telnyxTokens';

const room = (id: string) => `telnyx:video:rooms:${id}`;

describe('parseGrants', () => {
  it('reads actions, resources and subjects', () => {
    const grant = { actions: ['join'], resources: [room(roomId)], subjects: ['telnyx:users:1'] };
    expect(parseGrants([grant])).toEqual([grant]);
  });

  it.each([[undefined], [null], ['join'], [{}], [42]])('finds no grant in %s', claim => {
    expect(parseGrants(claim)).toEqual([]);
  });

  it('leaves out what is no grant and no text', () => {
    expect(
      parseGrants([null, 'x', ['join'], { actions: ['join', 1, null], resources: 'all' }]),
    ).toEqual([{ actions: ['join'], resources: [], subjects: [] }]);
  });
});

describe('hasOddGrants', () => {
  const whole = { actions: ['join'], resources: [], subjects: ['telnyx:users:1'] };

  it.each([[undefined], [[]], [[whole]], [[{}, { actions: [] }]]])(
    'is false where all of %j is read',
    claim => {
      expect(hasOddGrants(claim)).toBe(false);
    },
  );

  it.each([
    [null],
    ['join'],
    [{}],
    [[null]],
    [[[]]],
    [[{ actions: 'join' }]],
    [[{ actions: ['join', 1] }]],
    [[whole, { ...whole, until: 'noon' }]],
  ])('is true where some of %j is not', claim => {
    expect(hasOddGrants(claim)).toBe(true);
  });
});

describe('grantedRoomIds', () => {
  it('names each room once, in lower case, and nothing but rooms', () => {
    const grants = parseGrants([
      { resources: [room(roomId), 'telnyx:users:1', room('not-an-id')] },
      { resources: [room(otherRoomId), room(roomId.toUpperCase())] },
    ]);
    expect(grantedRoomIds(grants)).toEqual([roomId, otherRoomId]);
  });
});

describe('grantsJoin', () => {
  it('looks at every grant', () => {
    expect(grantsJoin(parseGrants([{ actions: ['kick'] }, { actions: ['mute', 'join'] }]))).toBe(
      true,
    );
    expect(grantsJoin(parseGrants([{ actions: ['kick'] }]))).toBe(false);
  });
});
