import type { EnvFileObstacle } from './envFileStore';

/** Why nothing is written to a file, until somebody changes something about it. */
export type EnvRefusal =
  | EnvFileObstacle
  | 'readOnly'
  /** Git has it under version control, would take it up with the next `git add`, or can't be asked. */
  | 'tracked'
  | 'exposed'
  | 'unknown'
  /** A quote or a `NAME:` is left open in it: see `editEnvFile`. */
  | 'unwritable';

/** How an attempt to change a file ended. */
export type EnvWriteOutcome =
  | { readonly kind: 'written' }
  /** It said already what it shall. */
  | { readonly kind: 'unchanged' }
  /** There is no such file. */
  | { readonly kind: 'missing' }
  /** It is open with unsaved changes. */
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'refused'; readonly refusal: EnvRefusal }
  /** Somebody else wrote to it again and again. */
  | { readonly kind: 'busy' };
