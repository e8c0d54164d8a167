import type { Page } from 'playwright-core';

/** One value that the page keeps in the browser. */
export interface StoredValue {
  /** `localStorage/KEY` or `DATABASE/STORE/KEY`. */
  readonly place: string;
  readonly text: string;
}

/** Reads everything that a page of VS Code keeps in the browser: local storage and databases. */
export function readBrowserStorage(page: Page): Promise<StoredValue[]> {
  // Runs in the page; the project does not compile for a DOM.
  return page.evaluate<StoredValue[]>(`(async () => {
    const done = request => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const asText = value =>
      value instanceof Uint8Array ? new TextDecoder().decode(value)
      : typeof value === 'string' ? value
      : JSON.stringify(value) ?? '';
    const values = Object.entries(localStorage).map(([key, text]) => ({
      place: 'localStorage/' + key,
      text,
    }));
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name));
      for (const storeName of database.objectStoreNames) {
        const store = database.transaction(storeName).objectStore(storeName);
        const [keys, contents] = await Promise.all([done(store.getAllKeys()), done(store.getAll())]);
        contents.forEach((value, index) =>
          values.push({ place: [name, storeName, keys[index]].join('/'), text: asText(value) }));
      }
      database.close();
    }
    return values;
  })()`);
}
