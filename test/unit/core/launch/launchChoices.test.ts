import { describe, expect, it } from 'vitest';
import { LaunchChoices } from '../../../../src/core/launch/launchChoices';
import { isSubstitutionOf } from '../../../../src/core/launch/substitution';

const [token, id] = ['a.token', 'a.id'];

/** A configuration as VS Code has it before it substitutes anything. */
function configuration(name = 'app') {
  return {
    name,
    cwd: '${workspaceFolder}/src',
    env: { TOKEN: '${command:a.token}', ID: 'room-${command:a.id}' },
    port: 3000,
  };
}

/** The same when the token has been substituted. */
function withToken(name?: string) {
  const { env, ...others } = configuration(name);
  return { ...others, cwd: '/work/src', env: { ...env, TOKEN: 'secret' } };
}

describe('A room that was picked for a launch', () => {
  it('serves its other command, once', () => {
    const choices = new LaunchChoices([token, id]);
    choices.keep({ command: token, configuration: configuration(), roomKey: 'room' });
    expect(choices.take(id, withToken())).toBe('room');
    expect(choices.take(id, withToken())).toBeUndefined();
  });

  it('serves tasks, of which only the variables are known', () => {
    const choices = new LaunchChoices([token, id]);
    const variables = ['${command:a.id}', '${cwd}', '${command:a.token}'];
    choices.keep({ command: id, configuration: variables, roomKey: 'room' });
    expect(choices.take(token, ['1234', '${cwd}', '${command:a.token}'])).toBe('room');
  });

  it.each([
    ['another launch', withToken('other')],
    ['the same launch, started anew', configuration()],
    ['a configuration that was changed', { ...withToken(), port: 3001 }],
    ['nothing', undefined],
  ])('does not serve %s', (_name, later) => {
    const choices = new LaunchChoices([token, id]);
    choices.keep({ command: token, configuration: configuration(), roomKey: 'room' });
    expect(choices.take(id, later)).toBeUndefined();
    expect(choices.take(token, withToken())).toBeUndefined();
    expect(choices.take(id, withToken())).toBe('room');
  });

  it.each([undefined, null, {}, { room: 'stand-up' }, ['${command:a.token}', '${input:id}']])(
    'is not kept where no other command is to come: %j',
    args => {
      const choices = new LaunchChoices([token, id]);
      choices.keep({ command: token, configuration: args, roomKey: 'room' });
      expect(choices.take(id, args)).toBeUndefined();
    },
  );

  it('gives way to what is picked when the same launch starts anew', () => {
    const choices = new LaunchChoices([token, id]);
    choices.keep({ command: token, configuration: configuration(), roomKey: 'first' });
    choices.keep({ command: token, configuration: configuration('other'), roomKey: 'other' });
    choices.keep({ command: token, configuration: configuration(), roomKey: 'second' });
    expect(choices.take(id, withToken())).toBe('second');
    expect(choices.take(id, withToken())).toBeUndefined();
    expect(choices.take(id, withToken('other'))).toBe('other');
  });
});

describe('A value is what became of another one', () => {
  it.each([
    ['a', 'a', true],
    ['a', 'b', false],
    ['${x}', 'anything\nat all', true],
    ['${x}', '', true],
    ['-${x}-${y}-', '-1-2-', true],
    ['-${x}-${y}-', '--', false],
    ['-${x}-${y}-', '-1-2', false],
    ['a${x}a', 'a', false],
    ['${x}', 1, false],
    [[1, '${x}'], [1, 'y'], true],
    [[1, '${x}'], [1], false],
    [{ a: null }, { a: null }, true],
    [{ a: null }, { a: {} }, false],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: undefined }, { b: 1 }, false],
    [{ 0: 1 }, [1], false],
  ])('%j: %j is %s', (earlier, later, expected) => {
    expect(isSubstitutionOf(later, earlier)).toBe(expected);
  });
});
