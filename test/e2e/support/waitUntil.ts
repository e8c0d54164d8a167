/** How long a window may take to show what is waited for, in milliseconds. */
export const showTimeout = 30_000;

const interval = 50;

/**
 * Reads something again and again until it is as expected, and resolves to it.
 * Rejects with what was read last when that takes longer than `timeout` milliseconds.
 */
export async function waitUntil<Value, Expected extends Value = Value>(
  read: () => Promise<Value>,
  isExpected: ((value: Value) => value is Expected) | ((value: Value) => boolean),
  expectation: string,
  timeout = showTimeout,
): Promise<Expected> {
  const deadline = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (isExpected(value)) {
      return value as Expected;
    }
    if (Date.now() > deadline) {
      throw new Error(`Expected ${expectation}, but found ${JSON.stringify(value)}.`);
    }
    await new Promise(resolve => setTimeout(resolve, interval));
  }
}
