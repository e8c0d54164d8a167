/** Does one piece of work after the other: for questions that would hide each other. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** Starts the work when all that came before has ended, well or badly. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}
