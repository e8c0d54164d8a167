const throwing = () => {
  throw new Error('read');
};

const circular: Record<string, unknown> = { kind: 'room' };
circular['self'] = circular;

/** Arguments of no use to any command, by what they are: none names a room or a row that there is. */
export const junkArguments: Readonly<Record<string, unknown>> = {
  null: null,
  'a number': 42,
  'no number': NaN,
  true: true,
  'an empty text': '',
  'a huge text': 'x'.repeat(2_000_000),
  'a path': '../../../../etc/passwd',
  'a command link': '[Run](command:telnyxRooms.forgetEverything)',
  'a list': [['room'], { roomKey: 'room' }],
  'an empty object': {},
  'an object with a key': { key: 'room', id: 'room', handle: '0/0:room' },
  'a row of no room': { kind: 'room', roomKey: 'https://api.example/v2 nowhere' },
  'a row with members of other types': { kind: 7, roomKey: { toString: null }, row: 'row' },
  'a row without an id': { kind: 'row', roomKey: ['room'], row: null },
  'a name of the prototype': JSON.parse('{"__proto__":{"roomKey":"x"},"constructor":1}') as unknown,
  'a getter that throws': Object.defineProperty({}, 'roomKey', { enumerable: true, get: throwing }),
  'an object that throws': new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing }),
  'a circle': circular,
  'a function': throwing,
  'a symbol': Symbol('room'),
  'a big number': 10n,
  'a date': new Date(0),
};
