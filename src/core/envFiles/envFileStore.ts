/** Why a file can't be read as text, or must not be written to, whatever git says of it. */
export type EnvFileObstacle =
  /** No folder of the workspace holds it (any more). */
  | 'outside'
  /** It, or a folder on the way to it, is a symbolic link, which may lead anywhere. */
  | 'link'
  | 'notAFile'
  | 'tooLarge'
  /** Some of its bytes are no UTF-8: they could not be kept. */
  | 'notUtf8';

/** What is at the place of a file. */
export type EnvFileReading =
  /** The whole text, a byte order mark included: it stands for the bytes one to one. */
  | { readonly kind: 'text'; readonly text: string; readonly isReadOnly: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'obstacle'; readonly obstacle: EnvFileObstacle };

/** A new text for a file. */
export interface EnvFileReplacement {
  /** What the file held when it was read; undefined when there was none. */
  readonly before: string | undefined;
  readonly after: string;
  /** Whether a file that is made anew is for its owner's eyes only, where the system knows that. */
  readonly isPrivate: boolean;
}

/** The files of the workspace behind a port. Files are URIs as text. A call rejects when the system fails. */
export interface EnvFileStore {
  read(file: string): Promise<EnvFileReading>;
  /**
   * Puts a text in place of another, whole or not at all. Answers false, and changes nothing, when the
   * file does not hold `before` any more: somebody else has written to it.
   */
  replace(file: string, replacement: EnvFileReplacement): Promise<boolean>;
  /** Removes what a write that was broken off has left beside the file. Never rejects. */
  tidy(file: string): Promise<void>;
}
