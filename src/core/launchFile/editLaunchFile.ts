import type { Node } from 'jsonc-parser';
import { addItems } from './addItems';
import { itemsOf, LaunchFileError, member, memberText } from './jsonTree';
import {
  launchVariables,
  usualInputId,
  type LaunchConfiguration,
  type LaunchFileChange,
  type LaunchFileResult,
  type LaunchTarget,
} from './launchFile';
import { partsOf, readLaunchFile, type LaunchFileParts } from './launchFileParts';
import { setEnv } from './setEnv';

const newName = 'Launch with Telnyx Token';

/** The configurations in a `launch.json` that start a program, and so can give it a token. */
export function launchConfigurations(
  text: string,
): LaunchFileResult<readonly LaunchConfiguration[]> {
  return readLaunchFile(text, () =>
    itemsOf(partsOf(text).configurations).flatMap((node, index) => {
      const [name, type] = [memberText(node, 'name'), memberText(node, 'type')];
      const starts = memberText(node, 'request') !== 'attach';
      return name !== undefined && type !== undefined && starts ? [{ index, name, type }] : [];
    }),
  );
}

/** The room whose client token a program gets, and the command that answers with it. */
export interface LaunchRoom {
  readonly roomId: string;
  readonly command: string;
}

/**
 * How a `launch.json` has to change so that one of its configurations, or a new one, gives its
 * program the client token of a room, by an input that runs the command. Comments and layout stay;
 * what is there already is not written again.
 */
export function addRoomToLaunch(
  text: string,
  target: LaunchTarget,
  room: LaunchRoom,
): LaunchFileResult<LaunchFileChange> {
  return readLaunchFile(text, () => {
    const parts = partsOf(text);
    const { env, inputs } = launchInput(parts, room);
    const known = itemsOf(parts.configurations);
    const node =
      target.kind === 'existing'
        ? known[target.index]
        : known.find(each => isLaunchOf(each, target.program, env));
    if (node !== undefined) {
      const { edits, replaced } = setEnv(text, node, env);
      const name = memberText(node, 'name') ?? newName;
      return { edits: [...edits, ...addItems(text, parts, { inputs })], replaced, name };
    }
    if (target.kind === 'existing') {
      throw new LaunchFileError({ kind: 'notAnObject', what: 'configuration' }, 0);
    }
    const name = freeText(newName, known, 'name');
    const configuration = {
      type: 'node',
      request: 'launch',
      name,
      skipFiles: ['<node_internals>/**'],
      program: target.program,
      env,
    };
    const edits = addItems(text, parts, { configurations: [configuration], inputs });
    return { edits, replaced: [], name };
  });
}

/** The variables of the program, and the input that they need where it is not there yet. */
function launchInput(parts: LaunchFileParts, { roomId, command }: LaunchRoom) {
  const known = inputFor(itemsOf(parts.inputs), roomId, command);
  const id = known ?? freeText(usualInputId, itemsOf(parts.inputs), 'id');
  const input = { id, type: 'command', command, args: { room: roomId } };
  return {
    env: { [launchVariables.token]: `\${input:${id}}`, [launchVariables.roomId]: roomId },
    inputs: known === undefined ? [input] : [],
  };
}

/** The id of the input that runs the command for the room. */
function inputFor(inputs: readonly Node[], roomId: string, command: string): string | undefined {
  const input = inputs.find(each => {
    const args = member(each, 'args');
    return (
      memberText(each, 'type') === 'command' &&
      memberText(each, 'command') === command &&
      args !== undefined &&
      memberText(args, 'room') === roomId
    );
  });
  return input && memberText(input, 'id');
}

/** Whether a configuration starts the program with these variables already. */
function isLaunchOf(
  configuration: Node,
  program: string,
  variables: Readonly<Record<string, string>>,
): boolean {
  const env = member(configuration, 'env');
  return (
    memberText(configuration, 'program') === program &&
    env !== undefined &&
    Object.entries(variables).every(([name, value]) => memberText(env, name) === value)
  );
}

/** A text that no item has yet as this member. */
function freeText(wanted: string, items: readonly Node[], name: string): string {
  const taken = items.map(item => memberText(item, name));
  let text = wanted;
  for (let number = 2; taken.includes(text); number++) {
    text = `${wanted}${wanted.includes(' ') ? ' ' : ''}${number}`;
  }
  return text;
}
