/** Which of VS Code's stores: its secret storage, or the plain state of the extension. */
export type StoreName = 'secrets' | 'state';

/** A store of VS Code failed, safe to log: it holds nothing of the store's own words, nor of a secret. */
export class StorageError extends Error {
  override readonly name = 'StorageError';

  /** @param reason whether the store said no, or said nothing in time. */
  constructor(
    readonly store: StoreName,
    readonly reason: 'refused' | 'silent',
  ) {
    super(`the ${store} store was ${reason === 'silent' ? 'silent' : 'failing'}`);
  }
}
