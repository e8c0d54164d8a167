import type { Metafile } from 'esbuild';

/** A bundle and every other that it loads at once, as paths of the metafile. */
export function loadedWith(metafile: Metafile, bundle: string): readonly string[] {
  const loaded = new Set<string>();
  const load = (path: string) => {
    if (!loaded.has(path)) {
      loaded.add(path);
      metafile.outputs[path]?.imports
        .filter(({ kind, external }) => kind === 'import-statement' && external !== true)
        .forEach(imported => load(imported.path));
    }
  };
  load(bundle);
  return [...loaded];
}
