import { Emitter } from '../emitter';
import type { StateStore } from '../state/stateStore';

const stateKey = 'telnyxRooms.launchConsent';

/** Whether client tokens are given to the programs that a workspace starts: not before its user says so. */
export class LaunchConsent {
  private asking: Promise<boolean> | undefined;

  private readonly changed = new Emitter<void>();
  /** Fires when the consent was given or taken back. */
  readonly onDidChange = this.changed.event;

  /** @param state the workspace's own, so that each workspace is asked about. */
  constructor(private readonly state: StateStore) {}

  get isGiven(): boolean {
    return this.state.get(stateKey) === true;
  }

  /**
   * Whether the consent is given, after asking where it is not. Calls at the same time ask once. A
   * no is not remembered.
   */
  async obtain(ask: () => Promise<boolean>): Promise<boolean> {
    if (this.isGiven) {
      return true;
    }
    this.asking ??= this.askAndRemember(ask).finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** Takes the consent back: the next launch asks again. */
  async revoke(): Promise<void> {
    await this.set(undefined);
  }

  private async askAndRemember(ask: () => Promise<boolean>): Promise<boolean> {
    const agreed = await ask();
    if (agreed) {
      await this.set(true);
    }
    return agreed;
  }

  private async set(given: true | undefined): Promise<void> {
    await this.state.update(stateKey, given);
    this.changed.fire();
  }
}
