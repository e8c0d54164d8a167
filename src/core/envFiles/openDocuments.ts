import type { Event } from '../emitter';

/** The files that are open in the editor, behind a port. Files are URIs as text. */
export interface OpenDocuments {
  hasUnsavedChanges(file: string): boolean;
  /** A file whose changes were saved, reverted or let go. */
  readonly onDidSettle: Event<string>;
}
