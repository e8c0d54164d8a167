import { isSubstitutionOf, mentionsCommand } from './substitution';

/** The room that the user picked for a command of a launch. */
export interface LaunchChoice {
  /** The command that asked. */
  readonly command: string;
  /** What that command was called with: all that VS Code substitutes variables in. */
  readonly configuration: unknown;
  readonly roomKey: string;
}

/** Rooms that were picked for one command of a launch and that its other command has yet to use. */
export class LaunchChoices {
  private choices: readonly LaunchChoice[] = [];

  /** @param commands those that one launch may use together. */
  constructor(private readonly commands: readonly string[]) {}

  /**
   * Keeps a choice, in place of one that was never used, where another command is yet to come. Calls
   * with arguments of their own are on their own: two of them need not belong to the same launch.
   */
  keep(choice: LaunchChoice): void {
    const others = this.commands.filter(command => command !== choice.command);
    if (others.some(command => mentionsCommand(choice.configuration, command))) {
      this.choices = [...this.choices.filter(other => !isSameLaunch(other, choice)), choice];
    }
  }

  /** The key of the room that was picked for the launch's other command; it is given out once. */
  take(command: string, configuration: unknown): string | undefined {
    const choice = this.choices.find(
      ({ command: other, configuration: earlier }) =>
        other !== command &&
        // Its own variable has been substituted: this is the same launch, and not the next one.
        !mentionsCommand(configuration, other) &&
        isSubstitutionOf(configuration, earlier),
    );
    this.choices = this.choices.filter(kept => kept !== choice);
    return choice?.roomKey;
  }
}

function isSameLaunch(one: LaunchChoice, other: LaunchChoice): boolean {
  return (
    one.command === other.command &&
    JSON.stringify(one.configuration) === JSON.stringify(other.configuration)
  );
}
