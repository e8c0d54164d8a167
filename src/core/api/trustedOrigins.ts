import type { StateStore } from '../state/stateStore';
import { Emitter } from '../emitter';
import { defaultApiBaseUrl, originOf } from './apiBaseUrl';

const stateKey = 'telnyxRooms.trustedOrigins';

/** The origins that secrets may be sent to: Telnyx's own, and those the user has said yes to. */
export class TrustedOrigins {
  private readonly forThisSession = new Set([originOf(defaultApiBaseUrl)]);

  private readonly changed = new Emitter<void>();
  /** Fires when this window learnt of a yes, or of its end. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: StateStore) {}

  isTrusted(baseUrl: string): boolean {
    const origin = originOf(baseUrl);
    return this.forThisSession.has(origin) || this.remembered().includes(origin);
  }

  /** Remembers the user's yes. */
  async trust(baseUrl: string): Promise<void> {
    await this.state.update(stateKey, [...new Set([...this.remembered(), originOf(baseUrl)])]);
    this.changed.fire();
  }

  /** For a server that this window started itself and that ends with it. */
  trustForThisSession(baseUrl: string): void {
    this.forThisSession.add(originOf(baseUrl));
    this.changed.fire();
  }

  async forgetAll(): Promise<void> {
    await this.state.update(stateKey, undefined);
    this.changed.fire();
  }

  private remembered(): readonly string[] {
    const origins = this.state.get(stateKey);
    return Array.isArray(origins) ? origins.filter(origin => typeof origin === 'string') : [];
  }
}
