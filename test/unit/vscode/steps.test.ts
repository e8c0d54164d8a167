import { describe, expect, it } from 'vitest';
import { runSteps, type Step, type StepOutcome } from '../../../src/vscode/prompts/steps';

/** Steps that answer in turn, and what they were asked with. */
function scripted(outcomes: Record<string, StepOutcome[]>, needed: (name: string) => boolean) {
  const asked: string[] = [];
  const steps = Object.entries(outcomes).map(([name, answers]): Step => ({
    isNeeded: () => Promise.resolve(needed(name)),
    ask({ step, totalSteps, canGoBack }) {
      asked.push(`${name} ${step}/${totalSteps}${canGoBack ? ' back' : ''}`);
      return Promise.resolve(answers.shift() ?? 'cancelled');
    },
  }));
  return { asked, steps };
}

describe('runSteps', () => {
  it('asks each needed step once, with its place among them', async () => {
    const { asked, steps } = scripted(
      { room: ['done'], ttl: ['done'], token: ['done'] },
      () => true,
    );
    expect(await runSteps(steps)).toBe(true);
    expect(asked).toEqual(['room 1/3', 'ttl 2/3 back', 'token 3/3 back']);
  });

  it('leaves out what need not be asked', async () => {
    const { asked, steps } = scripted(
      { room: [], ttl: ['done'], token: [] },
      name => name === 'ttl',
    );
    expect(await runSteps(steps)).toBe(true);
    expect(asked).toEqual(['ttl 1/1']);
  });

  it('goes back over what was left out', async () => {
    const { asked, steps } = scripted(
      { room: ['done', 'done'], ttl: [], token: ['back', 'done'] },
      name => name !== 'ttl',
    );
    expect(await runSteps(steps)).toBe(true);
    expect(asked).toEqual(['room 1/2', 'token 2/2 back', 'room 1/2', 'token 2/2 back']);
  });

  it('ends with the first step that is cancelled', async () => {
    const { asked, steps } = scripted(
      { room: ['done'], ttl: ['cancelled'], token: [] },
      () => true,
    );
    expect(await runSteps(steps)).toBe(false);
    expect(asked).toHaveLength(2);
  });
});
