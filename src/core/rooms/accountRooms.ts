import { ApiError } from '../api/apiError';
import type { AccountRoom } from '../api/roomAnswers';
import type { KeyCall, RoomsApi } from '../api/roomsApi';
import { Emitter } from '../emitter';

/** The most that the API gives at a time. */
const pageSize = 250;

/** What is known of the account's rooms so far. Replaced whole on every change. */
export interface AccountRoomsState {
  /** In the order of the API; each room once. */
  readonly rooms: readonly AccountRoom[];
  /** How many the account has; undefined before the first answer. */
  readonly total: number | undefined;
  readonly status: 'loading' | 'more' | 'complete' | { readonly failed: unknown };
}

/** The rooms of an account, loaded page by page as somebody needs them. Stops when it is disposed. */
export class AccountRooms {
  private current: AccountRoomsState = { rooms: [], total: undefined, status: 'more' };
  private readonly changed = new Emitter<AccountRoomsState>();
  readonly onDidChange = this.changed.event;

  private readonly abort = new AbortController();
  private readonly asked = new Set<string>();
  private pages = 0;

  constructor(
    private readonly api: RoomsApi,
    private readonly call: KeyCall,
  ) {}

  get state(): AccountRoomsState {
    return this.current;
  }

  /** Loads the next page, unless one is on its way or there is none. A failed one is asked for again. */
  async loadMore(): Promise<void> {
    const { status } = this.current;
    if (status === 'loading' || status === 'complete') {
      return;
    }
    this.set({ ...this.current, status: 'loading' });
    try {
      const request = { ...this.call, pageSize, page: this.pages + 1 };
      const { rooms, total, hasMore } = await this.api.listRooms(request, this.abort.signal);
      this.pages++;
      // A page without anything new is the last: an API that repeats itself would do so for ever.
      const news = this.unknown(rooms);
      this.add(news, { total, status: hasMore && news.length > 0 ? 'more' : 'complete' });
    } catch (failed) {
      if (!this.abort.signal.aborted) {
        this.set({ ...this.current, status: { failed } });
      }
    }
  }

  /** Asks for the room of exactly this name, once. A failure is no news: the list says what it has. */
  async find(uniqueName: string): Promise<void> {
    const isKnown = this.current.rooms.some(({ name }) => name === uniqueName);
    if (uniqueName === '' || isKnown || this.asked.has(uniqueName)) {
      return;
    }
    this.asked.add(uniqueName);
    try {
      const request = { ...this.call, pageSize: 1, uniqueName };
      const { rooms } = await this.api.listRooms(request, this.abort.signal);
      this.add(this.unknown(rooms.filter(({ name }) => name === uniqueName)));
    } catch (error) {
      this.asked.delete(uniqueName);
      if (!(error instanceof ApiError)) {
        throw error;
      }
    }
  }

  /** Ends what is under way; nothing changes afterwards. */
  dispose(): void {
    this.abort.abort();
  }

  /** Those of an answer's rooms that are not in the list, each once. */
  private unknown(rooms: readonly AccountRoom[]): readonly AccountRoom[] {
    const known = new Set(this.current.rooms.map(({ id }) => id));
    return rooms.filter(({ id }) => !known.has(id) && known.add(id));
  }

  private add(rooms: readonly AccountRoom[], change: Partial<AccountRoomsState> = {}): void {
    if (rooms.length > 0 || Object.keys(change).length > 0) {
      this.set({ ...this.current, ...change, rooms: [...this.current.rooms, ...rooms] });
    }
  }

  private set(state: AccountRoomsState): void {
    if (!this.abort.signal.aborted) {
      this.current = state;
      this.changed.fire(state);
    }
  }
}
