/** What is known of the editor and the process that requests leave from. Holds values as they are set. */
export interface HostFacts {
  /** Names and versions of the parts, such as `VS Code`: `1.139.0`. */
  readonly versions: Readonly<Record<string, string>>;
  /** Settings by their full names; undefined where this VS Code has none of that name. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Environment variables by their names; undefined where one is not set. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}
