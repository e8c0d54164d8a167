/** What the user does when the extension asks something. */
export type Answer =
  /** Types (or pastes) into an input box and presses Enter. */
  | { readonly type: string }
  /** Types `filter`, waits for the row whose label begins like this, icon aside, and picks it. */
  | { readonly pick: string; readonly filter?: string }
  /** Moves to that row of a quick pick, and goes on with the next answer. */
  | { readonly goTo: string }
  /** Waits for that row of a quick pick, and goes on with the next answer. */
  | { readonly await: string }
  /** Thinks in front of an input until this holds, and goes on with the next answer. */
  | { readonly until: () => boolean }
  /** Presses this button of a message or a dialog. */
  | { readonly press: string }
  /** Presses Enter on what is there. */
  | 'enter'
  /** Presses Escape, or leaves a message alone. */
  | 'escape'
  /** Presses the Back button of an input. */
  | 'back';

/** Answers in a fixed order, and where they did not meet their questions. */
export class Answers {
  /** Answers that nobody has asked for yet. */
  readonly unused: Answer[] = [];
  private readonly problems: string[] = [];

  /** The answer to a question; Escape where none was planned. */
  next(question: string): Answer {
    const answer = this.unused.shift();
    if (answer === undefined) {
      this.problem(`no answer was planned for: ${question}`);
    }
    return answer ?? 'escape';
  }

  /** Notes that something was not as the test has it. */
  problem(text: string): void {
    this.problems.push(text);
  }

  /** Throws when something was not as the test has it, or an answer was not asked for. */
  check(): void {
    const unused = this.unused.map(answer => `nobody asked for ${JSON.stringify(answer)}`);
    const problems = [...this.problems, ...unused];
    if (problems.length > 0) {
      throw new Error(problems.join('; '));
    }
  }
}
