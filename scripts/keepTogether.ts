import { relative } from 'node:path';
import { cwd } from 'node:process';
import { build, type BuildOptions, type Plugin } from 'esbuild';

/** A module, and those that are loaded on demand without it having been loaded before. */
export interface Base {
  readonly module: string;
  readonly notBefore: readonly string[];
}

const name = 'keep-together';

/**
 * Keeps together what is loaded at once. esbuild makes a file for each set of bundles that share
 * modules: some twenty that a window would have to read by itself, most of them smaller than what is
 * said around them. Here whatever is loaded after a base imports all that the base loads, so that these
 * modules belong to one set.
 */
export function keepTogether(bases: readonly Base[]): Plugin {
  return {
    name,
    setup(bundling) {
      const { initialOptions } = bundling;
      const folder = initialOptions.absWorkingDir ?? cwd();
      const known = new Map<string, Promise<readonly string[]>>();
      bundling.onStart(() => known.clear());
      const loadedBy = (module: string) => {
        const modules = known.get(module) ?? modulesOf(module, folder, initialOptions);
        known.set(module, modules);
        return modules;
      };
      // What is loaded on demand is replaced by a module that imports the bases as well.
      bundling.onResolve({ filter: /^[.\w]/ }, async ({ kind, path, resolveDir, pluginData }) => {
        const isLoaded = kind === 'dynamic-import' || kind === 'entry-point';
        if (!isLoaded || pluginData === name) {
          return undefined;
        }
        const options = { kind, resolveDir, pluginData: name };
        const { path: file, errors } = await bundling.resolve(path, options);
        return errors.length > 0
          ? { errors }
          : { path: relative(folder, file).replaceAll('\\', '/'), namespace: name };
      });
      bundling.onLoad({ filter: /.*/, namespace: name }, async ({ path }) => {
        const before = bases.filter(
          ({ module, notBefore }) => ![module, ...notBefore].includes(path),
        );
        const loaded = await Promise.all(before.map(({ module }) => loadedBy(module)));
        const imports = [...new Set(loaded.flat())].map(module => `import './${module}';`);
        return {
          contents: [...imports, `export * from './${path}';`].join('\n'),
          resolveDir: folder,
        };
      });
    },
  };
}

/** The modules that one loads, itself and what is loaded on demand left out. */
async function modulesOf(
  entryPoint: string,
  folder: string,
  { external = [], mainFields = [], platform = 'node' }: BuildOptions,
): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entryPoint],
    absWorkingDir: folder,
    bundle: true,
    external,
    format: 'esm',
    // What is wrong is said by the build that this one is for.
    logLevel: 'silent',
    mainFields,
    metafile: true,
    platform,
    write: false,
  });
  const found = new Set<string>();
  const add = (path: string) => {
    for (const { kind, path: imported, external } of metafile.inputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && external !== true && !found.has(imported)) {
        found.add(imported);
        add(imported);
      }
    }
  };
  add(entryPoint);
  return [...found];
}
