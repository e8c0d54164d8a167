import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { LaunchFileReason } from './launchFile';

/** Something is not as it has to be, at an offset of the text. */
export class LaunchFileError extends Error {
  constructor(
    readonly reason: LaunchFileReason,
    readonly offset: number,
  ) {
    super(reason.kind);
    this.name = 'LaunchFileError';
  }
}

/**
 * Parses JSON with comments and trailing commas, as VS Code does; undefined when there is nothing
 * but blanks and comments.
 *
 * @throws {LaunchFileError} when it is broken.
 */
export function parseJson(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const options = { allowTrailingComma: true, allowEmptyContent: true };
  const root = parseTree(text, errors, options);
  const [error] = errors;
  if (error) {
    const code = printParseErrorCode(error.error);
    throw new LaunchFileError({ kind: 'syntax', code }, error.offset);
  }
  return root;
}

/** The value of an object's member; of several with the same name the last one counts. */
export function member(object: Node, name: string): Node | undefined {
  const members = object.type === 'object' ? object.children : undefined;
  return members?.findLast(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

/** The text that an object's member holds. */
export function memberText(object: Node, name: string): string | undefined {
  const value: unknown = member(object, name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The items of a list, or none where there is no list. */
export function itemsOf(list: Node | undefined): readonly Node[] {
  return list?.children ?? [];
}
