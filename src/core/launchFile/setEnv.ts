import type { Node } from 'jsonc-parser';
import { insertLast } from './insertLast';
import { LaunchFileError, member } from './jsonTree';
import type { LaunchFileChange, TextEdit } from './launchFile';

/**
 * Sets variables in a configuration's environment, and tells which had another value.
 *
 * @throws {LaunchFileError} when its `env` is no object.
 */
export function setEnv(
  text: string,
  configuration: Node,
  variables: Readonly<Record<string, string>>,
): Pick<LaunchFileChange, 'edits' | 'replaced'> {
  const env = member(configuration, 'env');
  if (env === undefined) {
    const entry = { name: 'env', value: variables };
    return { edits: insertLast(text, configuration, [entry]), replaced: [] };
  }
  if (env.type !== 'object') {
    throw new LaunchFileError({ kind: 'notAnObject', what: 'env' }, env.offset);
  }
  const known = Object.entries(variables).map(([name, value]) => {
    return { name, value, node: member(env, name) };
  });
  const others = known.flatMap(({ name, value, node }) =>
    node === undefined || node.value === value ? [] : [{ name, value, node }],
  );
  return {
    edits: [
      ...others.map(({ value, node }) => replaceNode(node, value)),
      ...insertLast(
        text,
        env,
        known.filter(({ node }) => node === undefined),
      ),
    ],
    replaced: others.map(({ name }) => name),
  };
}

function replaceNode({ offset, length }: Node, value: string): TextEdit {
  return { offset, length, content: JSON.stringify(value) };
}
