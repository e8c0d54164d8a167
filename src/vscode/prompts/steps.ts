/** How a step ended. Escape is `cancelled`: the whole command then ends without a word. */
export type StepOutcome = 'done' | 'back' | 'cancelled';

/** Where a step stands among those that are asked. */
export interface StepPosition {
  readonly step: number;
  readonly totalSteps: number;
  /** Whether the step before can be gone back to. */
  readonly canGoBack: boolean;
}

/** One question of a command. */
export interface Step {
  /** Whether it has to be asked, as far as the answers so far tell. */
  isNeeded(): Promise<boolean>;
  ask(position: StepPosition): Promise<StepOutcome>;
}

/** Asks the needed steps in order, back and forth; false when the user cancelled. */
export async function runSteps(steps: readonly Step[]): Promise<boolean> {
  const asked: number[] = [];
  for (let index = 0; index < steps.length;) {
    const needed = await Promise.all(steps.map(step => step.isNeeded()));
    if (needed[index] !== true) {
      index++;
      continue;
    }
    const laterSteps = needed.slice(index + 1).filter(Boolean).length;
    const outcome = await steps[index]?.ask({
      step: asked.length + 1,
      totalSteps: asked.length + 1 + laterSteps,
      canGoBack: asked.length > 0,
    });
    switch (outcome) {
      case 'done':
        asked.push(index);
        index++;
        break;
      case 'back':
        index = asked.pop() ?? 0;
        break;
      case 'cancelled':
      case undefined:
        return false;
    }
  }
  return true;
}
