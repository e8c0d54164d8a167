import { defaultTokenVariable, roomIdVariable } from '../envFiles/envVariables';

/** A configuration of a `launch.json` that starts a program. */
export interface LaunchConfiguration {
  /** Its place in the list of configurations. */
  readonly index: number;
  readonly name: string;
  /** The debugger that it is for, such as `node`. */
  readonly type: string;
}

/** Which configuration gets a room's token: one that is there, or a new one for Node.js. */
export type LaunchTarget =
  | { readonly kind: 'existing'; readonly index: number }
  | { readonly kind: 'new'; readonly program: string };

/** What stands in place of so many characters from an offset on. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly content: string;
}

/** How to change a `launch.json`. */
export interface LaunchFileChange {
  /** None when everything is there already. They don't overlap; offsets are those of the old text. */
  readonly edits: readonly TextEdit[];
  /** The variables that had another value. */
  readonly replaced: readonly string[];
  /** The name of the configuration. */
  readonly name: string;
}

/** Why a `launch.json` can't be changed, and where: line and column from 1 on. */
export interface LaunchFileProblem {
  readonly line: number;
  readonly column: number;
  readonly reason: LaunchFileReason;
}

/** What is wrong with a `launch.json`. */
export type LaunchFileReason =
  /** The parser's name of the error, such as `CommaExpected`. */
  | { readonly kind: 'syntax'; readonly code: string }
  | { readonly kind: 'notAnObject'; readonly what: 'file' | 'configuration' | 'env' }
  | { readonly kind: 'notAList'; readonly what: 'configurations' | 'inputs' };

/** A result, or why there is none. */
export type LaunchFileResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: LaunchFileProblem };

/** The environment variables that a program finds the token and the room's ID in. */
export const launchVariables = {
  token: defaultTokenVariable,
  roomId: roomIdVariable,
} as const;

/** What the input that answers with a room's client token is called, where the name is free. */
export const usualInputId = 'telnyxClientToken';
