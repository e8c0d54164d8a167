import { describe, expect, it } from 'vitest';
import { parseLaunchArguments } from '../../../../src/core/launch/launchArguments';
import { launchArgumentsSentence } from '../../../../src/display/launch/launchArgumentsSentence';

const usual = { minValidSeconds: 60 };

describe('The arguments of a launch', () => {
  it.each([
    ['nothing', undefined, usual],
    ['null', null, usual],
    ['an empty object', {}, usual],
    ['a room', { room: ' stand-up ' }, { ...usual, room: 'stand-up' }],
    ['seconds', { minValidSeconds: 0 }, { minValidSeconds: 0 }],
    ['both', { room: 'a', minValidSeconds: 3600 }, { room: 'a', minValidSeconds: 3600 }],
    ['a configuration', { type: 'node', request: 'launch', name: 'a', room: 7 }, usual],
    ['what has a variable', { room: 'x', a: ['${command:telnyxRooms.clientToken}'] }, usual],
    ["a task's variables", ['${command:telnyxRooms.clientToken}', '${workspaceFolder}'], usual],
    ['a text with a variable', 'a ${command:telnyxRooms.roomId}', usual],
  ])('are read from %s', (_name, argument, args) => {
    expect(parseLaunchArguments(argument)).toEqual({ ok: true, args });
  });

  it.each([
    ['stand-up', 'notAnObject'],
    [['stand-up'], 'notAnObject'],
    [[], 'notAnObject'],
    [7, 'notAnObject'],
    [{ rooms: 'a' }, 'unknownMember'],
    [{ type: 'node' }, 'unknownMember'],
    [{ room: '' }, 'room'],
    [{ room: null }, 'room'],
    [{ room: { name: 'a' } }, 'room'],
    [{ minValidSeconds: '60' }, 'minValidSeconds'],
    [{ minValidSeconds: NaN }, 'minValidSeconds'],
    [{ minValidSeconds: -1 }, 'minValidSeconds'],
    [{ minValidSeconds: 3600.5 }, 'minValidSeconds'],
  ])('are refused, and it is said what to write: %j', (argument, kind) => {
    const result = parseLaunchArguments(argument);
    expect(result).toMatchObject({ ok: false, problem: { kind } });
    expect(result.ok ? '' : launchArgumentsSentence(result.problem)).toMatch(/^The .*\.$/);
  });

  it('are quoted without what would make a link of them', () => {
    const text = launchArgumentsSentence({ kind: 'unknownMember', name: '[x](command:y)' });
    expect(text).not.toContain('](');
  });
});
