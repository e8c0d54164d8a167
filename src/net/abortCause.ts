/** Why a signal was aborted: a `TimeoutError` for a reason is a time limit, anything else the user. */
export function abortCause({ reason }: AbortSignal): 'timeout' | 'cancelled' {
  const { name } = Object(reason) as { name?: unknown };
  return name === 'TimeoutError' ? 'timeout' : 'cancelled';
}
