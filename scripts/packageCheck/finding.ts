/** What is wrong with a package, and what to do about it, in one line. */
export interface Finding {
  /** An error is refused by a marketplace, or breaks something for the user; a warning is not. */
  readonly level: 'error' | 'warning';
  /** The file of the package, or the part of one, that it is about. */
  readonly where: string;
  readonly message: string;
}

/** Something that has to be mended before the package can be published. */
export function error(where: string, message: string): Finding {
  return { level: 'error', where, message };
}

/** Something that should be mended. */
export function warning(where: string, message: string): Finding {
  return { level: 'warning', where, message };
}
