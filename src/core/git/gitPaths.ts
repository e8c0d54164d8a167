/** The folders that hold a file, the innermost first; the root folder is the empty text. */
export function foldersAbove(path: string): readonly string[] {
  const segments = pathSegments(path);
  const folders = segments.map((_segment, depth) => ['', ...segments.slice(0, depth)].join('/'));
  // On Windows, the drive is the top.
  return (isDrive(segments[0]) ? folders.slice(1) : folders).reverse();
}

/**
 * The path that a file of git's names, as seen from a folder: relative, absolute, or native to a
 * drive of Windows.
 */
export function resolveGitPath(folder: string, written: string): string {
  const isNative = isDrive(written.slice(0, 2));
  const slashed = isNative ? `/${written.replaceAll('\\', '/')}` : written;
  const segments: string[] = [];
  for (const segment of (slashed.startsWith('/') ? slashed : `${folder}/${slashed}`).split('/')) {
    if (segment === '..') {
      segments.pop();
    } else if (segment !== '' && segment !== '.') {
      segments.push(segment);
    }
  }
  return ['', ...segments].join('/');
}

/** The parts of an absolute path. @throws RangeError for one that is relative or not resolved. */
function pathSegments(path: string): readonly string[] {
  const [beforeRoot, ...segments] = path.split('/');
  if (
    beforeRoot !== '' ||
    segments.length === 0 ||
    segments.some(segment => /^\.{0,2}$/.test(segment))
  ) {
    throw new RangeError('not an absolute, resolved path to a file');
  }
  return segments;
}

function isDrive(segment: string | undefined): boolean {
  return segment !== undefined && /^[a-z]:$/i.test(segment);
}
