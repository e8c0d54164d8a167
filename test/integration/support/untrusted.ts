import { workspace } from 'vscode';

/** Does work as in a workspace that is not trusted. */
export async function untrusted(work: () => Promise<unknown>): Promise<void> {
  const trusted = Object.getOwnPropertyDescriptor(workspace, 'isTrusted');
  Object.defineProperty(workspace, 'isTrusted', { value: false, configurable: true });
  try {
    await work();
  } finally {
    Object.defineProperty(workspace, 'isTrusted', trusted ?? {});
  }
}
