import { longestStorageWait } from '../core/storage/boundedStores';
import type { StorageError } from '../core/storage/storageError';
import { t } from './l10n';

const seconds = longestStorageWait / 1000;

/** What it means that a store of VS Code failed, and what to do. */
export function storageErrorSentence({ store, reason }: StorageError): string {
  if (store === 'state') {
    return reason === 'silent'
      ? t`VS Code could not save the list of rooms within ${seconds} s. Check that the disk has space left, then try again.`
      : t`VS Code could not save the list of rooms. Check that the disk has space left, then try again.`;
  }
  return reason === 'silent'
    ? t`VS Code's secret storage did not answer within ${seconds} s. Unlock the system's keyring if it asks for that, then try again.`
    : t`VS Code's secret storage failed. Check that the system's keyring works and is unlocked, then try again.`;
}
