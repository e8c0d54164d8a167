/** What is shown of a room beside what the room itself knows. */
export interface RoomContext {
  /** The time at the room's API, in milliseconds since the epoch: what its tokens' times are for. */
  readonly now: number;
  /** By how many milliseconds the API's clock is ahead of this machine's. */
  readonly clockOffset: number;
  /** When auto-refresh sends its next request, by the API's clock; absent when it sends none. */
  readonly nextRefreshAt?: number;
  /** Whether an API key is stored for the room's API. */
  readonly hasApiKey: boolean;
  readonly pinned: boolean;
}
