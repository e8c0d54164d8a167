import type { Message, Plugin } from 'esbuild';

/** Has each build of `npm run watch` print when it begins and ends, and its problems, one on a line. */
export function watchReport(print: (line: string) => void): Plugin {
  return {
    name: 'watch-report',
    setup(bundling) {
      bundling.onStart(() => {
        print('Build started.');
      });
      bundling.onEnd(({ errors, warnings }) => {
        // A plugin that fails for an error of the source has none of its own, and no place.
        const placed = errors.filter(({ location }) => location !== null);
        (placed.length > 0 ? placed : errors).forEach(message => print(problem('error', message)));
        warnings.forEach(message => print(problem('warning', message)));
        print('Build finished.');
      });
    },
  };
}

/** `src/extension.ts:12:5: error: …`, with columns that begin at 1. A problem of no file has no place. */
function problem(severity: 'error' | 'warning', { location, text }: Message): string {
  const place =
    location === null ? '' : `${location.file}:${location.line}:${location.column + 1}: `;
  return `${place}${severity}: ${text}`;
}
