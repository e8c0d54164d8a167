/** What the user can do about a failed call; the user interface has a button for each. */
export type Remedy =
  | 'tryAgain'
  | 'tryWithApiKey'
  | 'renew'
  | 'enterRefreshToken'
  | 'setApiKey'
  | 'trySandbox'
  | 'collectNetworkDiagnostics'
  | 'showLog';

/** A sentence that says the cause and the next step, and the buttons for it. */
export interface ErrorMessage {
  readonly text: string;
  readonly remedies: readonly Remedy[];
}
