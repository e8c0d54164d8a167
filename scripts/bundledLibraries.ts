import type { Metafile } from 'esbuild';

/** The npm package that an input of the bundler is of: `undici` of `node_modules/undici/index.js`. */
export function libraryOf(input: string): string | undefined {
  return /^(?:.*[/:])?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

/** The npm packages of which anything is in a bundle, in alphabetical order. */
export function bundledLibraries({ outputs }: Metafile): readonly string[] {
  const inputs = Object.values(outputs).flatMap(output => Object.keys(output.inputs));
  return [...new Set(inputs.flatMap(input => libraryOf(input) ?? []))].sort();
}
