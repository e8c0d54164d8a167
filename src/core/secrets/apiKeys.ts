import { originOf } from '../api/apiBaseUrl';
import { Emitter, type Disposable } from '../emitter';
import type { Logger } from '../logger';
import type { StateStore } from '../state/stateStore';
import { parseJsonObject } from './jsonObject';
import type { SecretStore } from './secretStore';

const secretPrefix = 'telnyxRooms.apiKey:';
const originsKey = 'telnyxRooms.apiKeyOrigins';
const version = 1;

/** What a key may be: printable ASCII without blanks, so that it fits a header as it is. */
const apiKeyPattern = /^[\x21-\x7e]{10,512}$/;

/** An API key out of what somebody pasted (blanks around it forgiven), or undefined. */
export function parseApiKey(text: string): string | undefined {
  const key = text.trim();
  return apiKeyPattern.test(key) ? key : undefined;
}

/** The stored API keys, one for each API origin, and never used for another. */
export class ApiKeys implements Disposable {
  private readonly changed = new Emitter<void>();
  /** Fires when a key came, went or changed, in this window or another. */
  readonly onDidChange = this.changed.event;

  /** Origins whose key VS Code turned out to have lost. */
  private readonly lost = new Set<string>();
  /** Origins of stored keys that the state knows nothing of. */
  private strays: readonly string[] = [];
  private readonly subscription: Disposable;

  constructor(
    private readonly store: SecretStore,
    private readonly state: StateStore,
    private readonly logger: Logger,
  ) {
    this.subscription = store.onDidChange(key => {
      if (key.startsWith(secretPrefix)) {
        void this.follow(key.slice(secretPrefix.length));
      }
    });
  }

  dispose(): void {
    this.subscription.dispose();
  }

  /** Whether a key is stored for the API, as far as known: asks no secret. */
  has(baseUrl: string): boolean {
    const origin = originOf(baseUrl);
    return !this.lost.has(origin) && this.origins().includes(origin);
  }

  /** The origins that keys were stored for. */
  origins(): readonly string[] {
    return [...new Set([...this.marked(), ...this.strays])];
  }

  /** Looks which keys are stored, without reading any. Never rejects. */
  async catchUp(): Promise<void> {
    const keys = (await this.store.keys().catch(() => undefined)) ?? [];
    const known = this.origins();
    this.strays = keys
      .filter(key => key.startsWith(secretPrefix))
      .map(key => key.slice(secretPrefix.length))
      .filter(origin => !this.marked().includes(origin));
    if (this.strays.some(origin => !known.includes(origin))) {
      this.changed.fire();
    }
  }

  /** The key for an API, or undefined when there is none, or none that can be read. */
  async read(baseUrl: string): Promise<string | undefined> {
    const origin = originOf(baseUrl);
    const stored = await this.store.get(secretPrefix + origin);
    if (stored === undefined) {
      if (this.has(baseUrl)) {
        this.lost.add(origin);
        this.changed.fire();
      }
      return undefined;
    }
    const record = parseJsonObject(stored);
    const text = record?.['apiKey'];
    const key = typeof text === 'string' ? parseApiKey(text) : undefined;
    if (record?.['version'] !== version || record['origin'] !== origin || key === undefined) {
      this.logger.warn(`The stored API key for ${origin} can't be read and is ignored.`);
      return undefined;
    }
    return key;
  }

  async write(baseUrl: string, apiKey: string): Promise<void> {
    const origin = originOf(baseUrl);
    // What the state says comes first and goes last: a key that it does not name could not be found.
    if (!this.marked().includes(origin)) {
      await this.state.update(originsKey, [...this.marked(), origin]);
    }
    try {
      await this.store.store(secretPrefix + origin, JSON.stringify({ version, origin, apiKey }));
    } catch (error) {
      await this.follow(origin);
      throw error;
    }
    this.lost.delete(origin);
    this.changed.fire();
  }

  async remove(baseUrl: string): Promise<void> {
    await this.removeOrigin(originOf(baseUrl));
  }

  async removeAll(): Promise<void> {
    await Promise.all(this.origins().map(origin => this.removeOrigin(origin)));
  }

  /** A key came, went or was lost: only reading tells which. */
  private async follow(origin: string): Promise<void> {
    try {
      const stored = await this.store.get(secretPrefix + origin);
      if (stored === undefined) {
        this.lost.add(origin);
      } else {
        this.lost.delete(origin);
      }
      this.changed.fire();
    } catch {
      this.logger.warn(`The secret store did not answer for the API key of ${origin}.`);
    }
  }

  private async removeOrigin(origin: string): Promise<void> {
    await this.store.delete(secretPrefix + origin);
    this.strays = this.strays.filter(stray => stray !== origin);
    const others = this.marked().filter(other => other !== origin);
    await this.state.update(originsKey, others.length > 0 ? others : undefined);
    this.changed.fire();
  }

  private marked(): readonly string[] {
    const origins = this.state.get(originsKey);
    return Array.isArray(origins) ? origins.filter(origin => typeof origin === 'string') : [];
  }
}
