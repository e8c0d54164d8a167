import type { Node } from 'jsonc-parser';
import { LaunchFileError, member, parseJson } from './jsonTree';
import type { LaunchFileResult } from './launchFile';

/** The parts of a `launch.json` that are there. */
export interface LaunchFileParts {
  readonly root: Node | undefined;
  readonly configurations: Node | undefined;
  readonly inputs: Node | undefined;
}

/**
 * Finds the parts of a `launch.json`.
 *
 * @throws {LaunchFileError} when it is broken, or a part is not what it has to be.
 */
export function partsOf(text: string): LaunchFileParts {
  const root = parseJson(text);
  if (root !== undefined && root.type !== 'object') {
    throw new LaunchFileError({ kind: 'notAnObject', what: 'file' }, root.offset);
  }
  const list = (what: 'configurations' | 'inputs') => {
    const node = root && member(root, what);
    if (node !== undefined && node.type !== 'array') {
      throw new LaunchFileError({ kind: 'notAList', what }, node.offset);
    }
    return node;
  };
  return { root, configurations: list('configurations'), inputs: list('inputs') };
}

/** Runs what reads a text; where the text is not as it has to be, that is the answer. */
export function readLaunchFile<T>(text: string, work: () => T): LaunchFileResult<T> {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    if (!(error instanceof LaunchFileError)) {
      throw error;
    }
    const lines = text.slice(0, error.offset).split(/\r\n|\r|\n/);
    const column = (lines.at(-1)?.length ?? 0) + 1;
    return { ok: false, problem: { line: lines.length, column, reason: error.reason } };
  }
}
