import type { Disposable } from 'vscode';
import type { Sandbox } from '../../sandbox/startSandbox';

/** The sandbox that this window runs, if any. Its bundle is loaded when somebody asks for it. */
export class SandboxHost implements Disposable {
  private running: Promise<Sandbox> | undefined;

  /** The running sandbox; starts one when there is none. */
  start(): Promise<Sandbox> {
    this.running ??= load().catch((error: unknown) => {
      this.running = undefined;
      throw error;
    });
    return this.running;
  }

  async stop(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    const sandbox = await running;
    await sandbox?.close();
  }

  dispose(): void {
    void this.stop();
  }
}

async function load(): Promise<Sandbox> {
  const { startSandbox } = await import('../../sandbox/startSandbox');
  return startSandbox();
}
