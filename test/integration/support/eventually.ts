const interval = 20;

/** Resolves when the condition holds; the test's own timeout ends the wait. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise(resolve => setTimeout(resolve, interval));
  }
}

/** Whether the condition comes to hold within so many milliseconds. */
export async function happensWithin(
  milliseconds: number,
  condition: () => boolean,
): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  await eventually(() => condition() || Date.now() >= deadline);
  return condition();
}
