import Module from 'node:module';
import type * as vscode from 'vscode';

/** A call of the extension's data provider: which method, for which row, and when it began and ended. */
export interface ProviderCall {
  readonly method: 'getChildren' | 'getTreeItem';
  readonly element: unknown;
  readonly from: number;
  readonly to: number;
}

/** What the provider of a view was asked for, and which changes it told. */
export interface WatchedTree {
  readonly calls: ProviderCall[];
  /** The changed rows; undefined for all. */
  readonly changes: unknown[];
}

type Load = (request: string, ...rest: readonly unknown[]) => unknown;

/**
 * Watches the view that an extension will create: modules that it loads from now on get a `vscode`
 * whose `createTreeView` notes what is asked of the provider.
 */
export function watchTreeView(): WatchedTree {
  const watched: WatchedTree = { calls: [], changes: [] };
  const modules = Module as unknown as { _load: Load };
  const load = modules._load;
  modules._load = function (request, ...rest) {
    const loaded = load.call(this, request, ...rest);
    return request === 'vscode' ? withWatchedViews(loaded as typeof vscode, watched) : loaded;
  };
  return watched;
}

function withWatchedViews(api: typeof vscode, watched: WatchedTree): typeof vscode {
  const createTreeView: typeof vscode.window.createTreeView = (id, options) => {
    options.treeDataProvider.onDidChangeTreeData?.(change => watched.changes.push(change));
    return api.window.createTreeView(id, {
      ...options,
      treeDataProvider: watchProvider(options.treeDataProvider, watched),
    });
  };
  return replacing(api, 'window', replacing(api.window, 'createTreeView', createTreeView));
}

function watchProvider<T>(
  provider: vscode.TreeDataProvider<T>,
  { calls }: WatchedTree,
): vscode.TreeDataProvider<T> {
  const note = async <R>(
    method: ProviderCall['method'],
    element: T | undefined,
    ask: () => R | Thenable<R>,
  ) => {
    const from = performance.now();
    const answer = await ask();
    calls.push({ method, element, from, to: performance.now() });
    return answer;
  };
  const watched: Partial<vscode.TreeDataProvider<T>> = {
    getChildren: element => note('getChildren', element, () => provider.getChildren(element)),
    getTreeItem: element => note('getTreeItem', element, () => provider.getTreeItem(element)),
  };
  // What the provider has besides is reached through it, with itself as `this`.
  return new Proxy(provider, {
    get: (target, name) => {
      const member: unknown = Reflect.get(watched, name) ?? Reflect.get(target, name);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}

/** An object with one member replaced; what it is may be frozen. */
function replacing<T extends object, K extends keyof T>(original: T, name: K, value: T[K]): T {
  return new Proxy({} as T, {
    get: (_target, key) => (key === name ? value : (Reflect.get(original, key) as unknown)),
    has: (_target, key) => Reflect.has(original, key),
  });
}
