import type { Metafile } from 'esbuild';

/** A bundle and all those that are loaded together with it. */
export function loadedAtOnce(
  { outputs }: Metafile,
  output: string,
  loaded = new Set<string>(),
): ReadonlySet<string> {
  if (!loaded.has(output)) {
    loaded.add(output);
    outputs[output]?.imports
      .filter(({ kind, external }) => kind === 'import-statement' && external !== true)
      .forEach(({ path }) => loadedAtOnce({ inputs: {}, outputs }, path, loaded));
  }
  return loaded;
}
