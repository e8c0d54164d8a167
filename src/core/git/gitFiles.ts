/** Reads files of the machine that holds the repository. Paths are absolute, parted by slashes (`/c:/app` on Windows, as in a URI's path). */
export interface GitFiles {
  /** The bytes; undefined when there is no such file (or it is a folder). Rejects when it can't be told. */
  read(path: string): Promise<Uint8Array | undefined>;
}
