import { describe, expect, it } from 'vitest';
import {
  plainArgument,
  roomKeyOfArgument,
  rowIdOfArgument,
} from '../../../src/vscode/commands/commandArgument';
import { junkArguments } from '../../support/hostile/junkArguments';

describe("A command's argument", () => {
  it('is taken as it is where it is plain data', () => {
    const node = { kind: 'row', roomKey: 'key', row: { id: 'row', label: 'x' } };
    expect(plainArgument(node)).toEqual(node);
    expect(roomKeyOfArgument(node)).toBe('key');
    expect(rowIdOfArgument(node)).toBe('row');
    expect(roomKeyOfArgument(plainArgument('key'))).toBe('key');
  });

  it('is none where there is none', () => {
    expect([undefined, null].map(plainArgument)).toEqual([undefined, undefined]);
  });

  it.each(Object.entries(junkArguments))(
    'is read without an error where it is %s, and names no row',
    (_name, argument) => {
      const plain = plainArgument(argument);
      expect(['undefined', 'string']).toContain(typeof roomKeyOfArgument(plain));
      expect(rowIdOfArgument(plain)).toBeUndefined();
    },
  );

  it('is read once: what is there later is not seen', () => {
    let reads = 0;
    const changing = {
      get roomKey() {
        reads += 1;
        return `room ${reads}`;
      },
    };
    const plain = plainArgument(changing);
    expect([roomKeyOfArgument(plain), roomKeyOfArgument(plain)]).toEqual(['room 1', 'room 1']);
  });

  it('has no members but its own', () => {
    const inherited: unknown = Object.create({ roomKey: 'key', row: { id: 'row' } });
    const proto: unknown = JSON.parse('{"__proto__":{"roomKey":"key","row":{"id":"row"}}}');
    for (const argument of [inherited, proto]) {
      expect(roomKeyOfArgument(plainArgument(argument))).toBeUndefined();
      expect(rowIdOfArgument(plainArgument(argument))).toBeUndefined();
    }
  });
});
