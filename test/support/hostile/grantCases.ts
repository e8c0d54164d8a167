import { roomId } from '../telnyxTokens';
import { readable, withClaims, withMembers, type TokenCase } from './tokenCase';

const room = `telnyx:video:rooms:${roomId}`;
const grant = (resource: string) => [{ actions: ['join'], resources: [resource], subjects: [] }];
const times = <T>(count: number, item: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => item(index));

/** Tokens whose grants are odd. */
export const grantCases: readonly TokenCase[] = readable({
  'grants as null': withClaims({ grants: null }),
  'grants as a text': withClaims({ grants: 'join' }),
  'grants as a number': withClaims({ grants: 1 }),
  'grants as an object': withClaims({ grants: { actions: ['join'], resources: [room] } }),
  'no grants in the list': withClaims({ grants: [] }),
  'grants of everything else': withClaims({ grants: [null, 1, 'join', [], true, [['join']]] }),
  'a grant without members': withClaims({ grants: [{}] }),
  'a grant among others': withClaims({ grants: [null, { actions: ['join'], resources: [room] }] }),
  'actions as a text': withClaims({ grants: [{ actions: 'join', resources: [room] }] }),
  'actions as an object': withClaims({ grants: [{ actions: { join: true }, resources: [room] }] }),
  'actions of everything else': withClaims({ grants: [{ actions: [1, null, {}, ['join']] }] }),
  'an action without a name': withClaims({ grants: [{ actions: [''], resources: [''] }] }),
  'an action that is an icon': withClaims({ grants: [{ actions: ['$(pass)', '$(error)'] }] }),
  'an action of 5,000 characters': withClaims({ grants: [{ actions: ['j'.repeat(5000)] }] }),
  'resources as a text': withClaims({ grants: [{ actions: ['join'], resources: room }] }),
  'resources as an object': withClaims({ grants: [{ actions: ['join'], resources: { 0: room } }] }),
  'resources that are nested': withClaims({ grants: [{ actions: ['join'], resources: [[room]] }] }),
  'subjects as null': withClaims({ grants: [{ actions: ['join'], subjects: null }] }),
  'subjects as numbers': withClaims({ grants: [{ actions: ['join'], subjects: [1, 2] }] }),
  'members that nobody knows': withClaims({ grants: [{ actions: ['join'], deny: ['join'] }] }),
  'members in capitals': withClaims({ grants: [{ Actions: ['join'], RESOURCES: [room] }] }),
  'a room that is no UUID': withClaims({ grants: grant('telnyx:video:rooms:my-room') }),
  'a room that is nothing': withClaims({ grants: grant('telnyx:video:rooms:') }),
  'a room that is a star': withClaims({ grants: grant('telnyx:video:rooms:*') }),
  'a room that is a path': withClaims({ grants: grant(`telnyx:video:rooms:../${roomId}/..`) }),
  'a room with a query': withClaims({ grants: grant(`${room}?x=1`) }),
  'a room with an escape': withClaims({ grants: grant(room.replaceAll('-', '%2d')) }),
  'a room in capitals': withClaims({ grants: grant(room.toUpperCase()) }),
  'a room with blanks': withClaims({ grants: grant(`${room} `) }),
  'a room with a line break': withClaims({ grants: grant(`${room}\n${room}`) }),
  'a room with digits of another script': withClaims({ grants: grant(room.replace('9', '９')) }),
  'a UUID of zeros': withClaims({
    grants: grant(`telnyx:video:rooms:${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`),
  }),
  'a resource of another service': withClaims({ grants: grant('aws:s3:bucket') }),
  'a hundred rooms': withClaims({
    grants: times(100, index => ({
      resources: [
        `telnyx:video:rooms:${String(index).padStart(8, '0')}-0000-0000-0000-000000000000`,
      ],
    })),
  }),
  'one room a hundred times': withClaims({ grants: times(60, () => ({ resources: [room] })) }),
  'a thousand grants': withClaims({ grants: times(1000, () => ({ actions: [] })).map(() => ({})) }),
  'a thousand actions': withClaims({ grants: [{ actions: times(1000, index => `a${index}`) }] }),
  'two thousand resources': withClaims({ grants: [{ resources: times(2000, () => 'r') }] }),
  'two thousand subjects': withClaims({ grants: [{ subjects: times(2000, () => 's') }] }),
  'thirty grants of a hundred nothings each': withMembers(
    `"grants":[${times(30, () => `{"subjects":[${times(100, () => '""').join()}]}`).join()}]`,
  ),
});
