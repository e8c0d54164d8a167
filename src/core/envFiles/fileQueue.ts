/** Work on files: one piece at a time for each, in order. */
export class FileQueue {
  private readonly tails = new Map<string, Promise<unknown>>();
  private readonly waiting = new Map<string, Promise<void>>();

  /** Does work on a file after all that was asked for before. */
  run<T>(file: string, work: () => Promise<T>): Promise<T> {
    const result = (this.tails.get(file) ?? Promise.resolve()).then(work);
    const tail = result
      .catch(() => undefined)
      .finally(() => {
        if (this.tails.get(file) === tail) {
          this.tails.delete(file);
        }
      });
    this.tails.set(file, tail);
    return result;
  }

  /** For work that is the same each time: where such waits for its turn already, that will do. */
  runOnce(file: string, work: () => Promise<void>): Promise<void> {
    const waiting = this.waiting.get(file);
    if (waiting !== undefined) {
      return waiting;
    }
    const done = this.run(file, () => {
      this.waiting.delete(file);
      return work();
    });
    this.waiting.set(file, done);
    return done;
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.tails.size > 0) {
      await Promise.all(this.tails.values());
    }
  }
}
