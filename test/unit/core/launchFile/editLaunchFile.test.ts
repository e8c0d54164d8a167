import { applyEdits, parse, type ParseError } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import {
  addRoomToLaunch,
  launchConfigurations,
} from '../../../../src/core/launchFile/editLaunchFile';
import type { LaunchTarget } from '../../../../src/core/launchFile/launchFile';

const command = 'telnyxRooms.clientToken';
const roomId = '9e2a0cbe-ce66-411e-a1ac-468f0b103c9a';
const otherRoomId = '11111111-2222-4333-8444-555555555555';
const newProgram: LaunchTarget = { kind: 'new', program: '${workspaceFolder}/server.js' };
const first: LaunchTarget = { kind: 'existing', index: 0 };

interface LaunchJson {
  readonly configurations: readonly { name: string; env?: Record<string, string> }[];
  readonly inputs: readonly ({ id: string; args: { room: string } } | null)[];
}

/** The text after the room was added, what it says, and which variables had another value. */
function add(text: string, target: LaunchTarget, room = roomId) {
  const result = addRoomToLaunch(text, target, { roomId: room, command });
  if (!result.ok) {
    throw new Error(JSON.stringify(result.problem));
  }
  const { edits, replaced, name } = result.value;
  const after = applyEdits(text, [...edits]);
  const errors: ParseError[] = [];
  const json = parse(after, errors, { allowTrailingComma: true }) as LaunchJson;
  expect(errors).toEqual([]);
  return { after, json, edits, replaced, name };
}

const usual = `// Use IntelliSense to learn about possible attributes.
{
  "version": "0.2.0",
  "compounds": [{ "name": "All", "configurations": ["Server", "Client"] }],
  "configurations": [
    {
      "type": "node", // the server
      "request": "launch",
      "name": "Server",
      "env": { "PORT": "3000" /* as in docs */ },
    },
    // { "name": "Old" },
    {
      "type": "chrome",
      "request": "launch",
      "name": "Client", /* no env */
    },
    { "type": "node", "request": "attach", "name": "Attach" },
  ],
  "inputs": [
    { "id": "port", "type": "promptString", "description": "Port" } // asked
  ]
}
`;

describe('The configurations of a launch.json', () => {
  it('are those that start a program', () => {
    expect(launchConfigurations(usual)).toEqual({
      ok: true,
      value: [
        { index: 0, name: 'Server', type: 'node' },
        { index: 1, name: 'Client', type: 'chrome' },
      ],
    });
  });

  it.each(['', '// nothing yet', '{}', '{ "configurations": [null, 1, {}, { "name": 1 }] }'])(
    'are none in %j',
    text => {
      expect(launchConfigurations(text)).toEqual({ ok: true, value: [] });
    },
  );
});

describe('A room is added to launch.json', () => {
  it('and nothing else is changed: comments, layout, what others wrote', () => {
    const { after, replaced, name } = add(usual, first);
    expect(after).toBe(
      usual
        .replace(
          '"3000" /* as in docs */',
          `"3000", "TELNYX_CLIENT_TOKEN": "\${input:telnyxClientToken}", "TELNYX_ROOM_ID": "${roomId}" /* as in docs */`,
        )
        .replace(
          '"Port" } // asked\n',
          `"Port" }, // asked\n    {\n      "id": "telnyxClientToken",\n      "type": "command",\n      "command": "${command}",\n      "args": {\n        "room": "${roomId}"\n      }\n    }\n`,
        ),
    );
    expect([replaced, name]).toEqual([[], 'Server']);
  });

  it('to a configuration without an env', () => {
    const { after, json } = add(usual, { kind: 'existing', index: 1 });
    expect(after).toContain(
      `"name": "Client", /* no env */\n      "env": {\n        "TELNYX_CLIENT_TOKEN": "\${input:telnyxClientToken}",\n        "TELNYX_ROOM_ID": "${roomId}"\n      },\n    },`,
    );
    expect(json.configurations[0]?.env).toEqual({ PORT: '3000' });
  });

  it('with tabs and CRLF as it was', () => {
    const text = usual.replaceAll('  ', '\t').replaceAll('\n', '\r\n');
    const { after } = add(text, newProgram);
    expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(after).not.toContain('  ');
    expect(after).toContain('\t\t\t"program": "${workspaceFolder}/server.js",\r\n');
  });

  it.each([
    ['an empty file', ''],
    ['blanks', ' \n\t\n'],
    ['a comment', '/* mine */'],
    ['an empty object', '{}'],
    ['no configurations', '{\n\t"version": "0.2.0" // x\n}'],
    ['nothing but inputs of others', '{ "inputs": [ { "id": "telnyxClientToken" }, ], }'],
    ['empty lists', '{ "configurations": [], "inputs": [ /* none */ ] }'],
    ['lists with strange items', '{ "configurations": [null, [], "x"], "inputs": [null, 7] }'],
    ['one line', '{"version":"0.2.0","configurations":[{"name":"A","type":"go"}]}'],
    ['members that are there twice', '{ "inputs": 1, "inputs": [], "configurations": [] }'],
    ['compounds alone', '{ "compounds": [{ "name": "All", "configurations": ["A"] }] }'],
  ])('to one with %s', (_name, text) => {
    const { after, json, name } = add(text, newProgram);
    const configuration = json.configurations.at(-1);
    const input = json.inputs.at(-1);
    expect(configuration).toEqual({
      type: 'node',
      request: 'launch',
      name,
      skipFiles: ['<node_internals>/**'],
      program: '${workspaceFolder}/server.js',
      env: {
        TELNYX_CLIENT_TOKEN: `\${input:${String(input?.id)}}`,
        TELNYX_ROOM_ID: roomId,
      },
    });
    expect(input?.args).toEqual({ room: roomId });
    expect(json.inputs.filter(other => other?.id === input?.id)).toHaveLength(1);
    for (const comment of text.match(/\/\*.*\*\/|\/\/.*/g) ?? []) {
      expect(after).toContain(comment);
    }
    expect(add(after, newProgram).edits).toEqual([]);
  });

  it.each([first, { kind: 'existing', index: 1 } as const, newProgram])(
    'once, however often it is asked for (%j)',
    target => {
      const { after } = add(usual, target);
      expect(add(after, target)).toMatchObject({ edits: [], replaced: [] });
    },
  );

  it('by the input that there is, whoever wrote it', () => {
    const { after } = add(usual, first);
    const tuned = after
      .replaceAll('telnyxClientToken', 'myToken')
      .replace(`"room": "${roomId}"`, `"room": "${roomId}", "minValidSeconds": 300`);
    const { json, edits } = add(tuned, { kind: 'existing', index: 1 });
    expect(edits).toHaveLength(1);
    expect(json.inputs).toHaveLength(2);
    expect(json.configurations[1]?.env?.['TELNYX_CLIENT_TOKEN']).toBe('${input:myToken}');
  });

  it('beside another room, by an input of its own', () => {
    const { after } = add(usual, first);
    const { json, replaced } = add(after, { kind: 'existing', index: 1 }, otherRoomId);
    expect(replaced).toEqual([]);
    expect(json.inputs.slice(1)).toMatchObject([
      { id: 'telnyxClientToken', args: { room: roomId } },
      { id: 'telnyxClientToken2', args: { room: otherRoomId } },
    ]);
    expect(json.configurations[0]?.env?.['TELNYX_CLIENT_TOKEN']).toBe('${input:telnyxClientToken}');
    expect(json.configurations[1]?.env?.['TELNYX_CLIENT_TOKEN']).toBe(
      '${input:telnyxClientToken2}',
    );
  });

  it('in place of another room, and tells which variables had another value', () => {
    const { after } = add(usual, first);
    const { json, replaced } = add(after, first, otherRoomId);
    expect(replaced).toEqual(['TELNYX_CLIENT_TOKEN', 'TELNYX_ROOM_ID']);
    expect(json.configurations[0]?.env).toEqual({
      PORT: '3000',
      TELNYX_CLIENT_TOKEN: '${input:telnyxClientToken2}',
      TELNYX_ROOM_ID: otherRoomId,
    });
  });

  it('as another new configuration, under a name that is free', () => {
    const { after } = add('', newProgram);
    const { json } = add(after, newProgram, otherRoomId);
    expect(json.configurations.map(({ name }) => name)).toEqual([
      'Launch with Telnyx Token',
      'Launch with Telnyx Token 2',
    ]);
  });
});

describe('A launch.json is left alone and said to be wrong', () => {
  it.each([
    ['{\n  "configurations": [\n    { "name": "A" "type": "node" }\n  ]\n}', 3, 19, 'syntax'],
    ['{\r\n  "configurations": [\r\n', 3, 1, 'syntax'],
    ['{ "a": 1 } trailing', 1, 12, 'syntax'],
    ['[]', 1, 1, 'notAnObject'],
    ['{\n  "configurations": {}\n}', 2, 21, 'notAList'],
    ['{\n  "inputs": "x"\n}', 2, 13, 'notAList'],
  ])('%j at %i:%i', (text, line, column, kind) => {
    const problem = { line, column, reason: { kind } };
    expect(launchConfigurations(text)).toMatchObject({ ok: false, problem });
    expect(addRoomToLaunch(text, newProgram, { roomId, command })).toMatchObject({
      ok: false,
      problem,
    });
  });

  it('where the env of the configuration is no object', () => {
    const text = '{ "configurations": [\n{ "name": "A", "type": "go", "env": [] }] }';
    expect(addRoomToLaunch(text, first, { roomId, command })).toEqual({
      ok: false,
      problem: { line: 2, column: 37, reason: { kind: 'notAnObject', what: 'env' } },
    });
  });

  it('where the configuration is not there', () => {
    expect(addRoomToLaunch('{}', first, { roomId, command })).toMatchObject({ ok: false });
  });
});
