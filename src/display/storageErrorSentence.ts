import { longestStorageWait } from '../core/storage/boundedStores';
import type { StorageError } from '../core/storage/storageError';

const inTime = `within ${longestStorageWait / 1000} s`;

/** What it means that a store of VS Code failed, and what to do. */
export function storageErrorSentence({ store, reason }: StorageError): string {
  if (store === 'state') {
    return `VS Code could not save the list of rooms${reason === 'silent' ? ` ${inTime}` : ''}. Check that the disk has space left, then try again.`;
  }
  return reason === 'silent'
    ? `VS Code's secret storage did not answer ${inTime}. Unlock the system's keyring if it asks for that, then try again.`
    : "VS Code's secret storage failed. Check that the system's keyring works and is unlocked, then try again.";
}
