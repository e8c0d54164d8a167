import { env } from 'vscode';

/** How often the clipboard is read while something is done. */
export async function countClipboardReads(work: () => Promise<unknown>): Promise<number> {
  const { clipboard } = env;
  let reads = 0;
  const counted = {
    ...clipboard,
    readText: () => {
      reads += 1;
      return clipboard.readText();
    },
  };
  const replace = (value: typeof clipboard) =>
    Object.defineProperty(env, 'clipboard', { configurable: true, value });
  replace(counted);
  try {
    await work();
  } finally {
    replace(clipboard);
  }
  return reads;
}
