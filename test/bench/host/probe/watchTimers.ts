type Timeout = ReturnType<typeof setTimeout>;
type Start = (
  callback: (...args: unknown[]) => void,
  delay?: number,
  ...rest: unknown[]
) => Timeout;

/**
 * Watches the timers that code in a folder of this name starts from now on. Answers the delays of
 * those that are pending, in milliseconds.
 */
export function watchTimers(folderName: string): () => number[] {
  const pending = new Map<Timeout, number>();
  const isOurs = () => new Error().stack?.includes(folderName) === true;
  const { setTimeout: startTimeout, setInterval: startInterval } = globalThis;
  const { clearTimeout: stopTimeout, clearInterval: stopInterval } = globalThis;

  const watched =
    (start: Start, isOnce: boolean): Start =>
    (callback, delay, ...rest) => {
      const ours = isOurs();
      const run = (...args: unknown[]) => {
        if (isOnce) {
          pending.delete(timer);
        }
        callback(...args);
      };
      const timer = start(ours ? run : callback, delay, ...rest);
      if (ours) {
        pending.set(timer, delay ?? 0);
      }
      return timer;
    };
  const watchedStop = (stop: (timer: Timeout) => void) => (timer: Timeout) => {
    pending.delete(timer);
    stop(timer);
  };
  Object.assign(globalThis, {
    setTimeout: watched(startTimeout as Start, true),
    setInterval: watched(startInterval as Start, false),
    clearTimeout: watchedStop(stopTimeout),
    clearInterval: watchedStop(stopInterval),
  });
  return () => [...pending.values()];
}
