import { repositoryFolder } from '../hosts/repositoryPaths';
import { error, type Finding } from './finding';
import { pngSize } from './pngSize';
import { textOf, type PackedExtension } from './packedExtension';

const kilobyte = 1024;
const largestPackage = 1_024 * kilobyte;
const smallestIcon = 128;

/** What must not be in a package, and why. */
const unwanted: readonly { readonly path: RegExp; readonly why: string }[] = [
  { path: /\.map$/, why: 'it is a source map' },
  { path: /\.(?:[cm]?ts|tsx)$/, why: 'it is source code' },
  {
    path: /(?:^|\/)(?:src|tests?|scripts|node_modules|\.\w+)\//,
    why: 'its folder is for development',
  },
  { path: /(?:^|\/)\.env(?:\.|$)/, why: 'such files hold secrets' },
  { path: /(?:^|\/)\.[^/]+$/, why: 'hidden files are for development' },
  { path: /\.(?:pem|key|p12|pfx|vsix|log)$/, why: 'users have no use for it' },
  { path: /^package-lock\.json$/, why: 'users have no use for it' },
];

/** What no file of a package may hold, and what it is. */
const secrets: readonly { readonly text: RegExp; readonly what: string }[] = [
  { text: /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, what: 'a signed token' },
  { text: /KEY[0-9A-F]{32}_[\w-]{22}/, what: 'a Telnyx API key' },
  { text: /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[\w+/=]{20}/, what: 'a private key' },
  { text: /\b(?:gh[pousr]_\w{36}|github_pat_\w{60})/, what: 'a GitHub token' },
  { text: /\bnpm_\w{36}\b/, what: 'an npm token' },
];

/** Keys of the manifest whose values are files of the package. */
const fileKeys = [
  'icon',
  'main',
  'browser',
  'light',
  'dark',
  'hc',
  'hcLight',
  'image',
  'svg',
  'markdown',
  'path',
];

/** The files of the package: those that must be there, those that must not, and what is in them. */
export function contentFindings(extension: PackedExtension): readonly Finding[] {
  const { files, manifest, size } = extension;
  const names = [...files.keys()];
  const lower = names.map(name => name.toLowerCase());
  return [
    ...names.flatMap(name => fileFindings(extension, name)),
    ...names
      .filter((name, index) => lower.indexOf(name.toLowerCase()) !== index)
      .map(name => error(name, 'Rename it: another file differs only in upper and lower case.')),
    ...filesNamedBy(manifest)
      .filter(path => !files.has(path) && !files.has(`${path}.js`))
      .map(path => error(path, 'Package it: package.json names it.')),
    ...(lower.some(name => /^licen[cs]e(?:\.(?:md|txt))?$/.test(name))
      ? []
      : [error('LICENSE', 'Package it: the page of the extension shows it.')]),
    ...iconFindings(extension),
    ...(size > largestPackage
      ? [error('the package', `Make it smaller than ${largestPackage / kilobyte} KB.`)]
      : []),
  ];
}

function fileFindings({ files }: PackedExtension, name: string): readonly Finding[] {
  const text = textOf(files, name) ?? '';
  return [
    ...unwanted
      .filter(({ path }) => path.test(name))
      .slice(0, 1)
      .map(({ why }) => error(name, `Leave it out by .vscodeignore: ${why}.`)),
    ...secrets
      .filter(({ text: secret }) => secret.test(text))
      .map(({ what }) => error(name, `Take ${what} out of it, and make that one invalid.`)),
    ...(name.endsWith('.js') && text.includes('sourceMappingURL=')
      ? [error(name, 'Build it with --production: it points to a source map.')]
      : []),
    ...(text.includes(repositoryFolder)
      ? [error(name, 'Build it without absolute paths: it names a folder of this machine.')]
      : []),
  ];
}

function filesNamedBy(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') {
    const isFile = fileKeys.includes(key) && /^[./\w-]+$/.test(value);
    return isFile ? [value.replace(/^\.\//, '')] : [];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, item]) =>
        filesNamedBy(item, Array.isArray(value) ? key : name),
      )
    : [];
}

function iconFindings({ files, manifest: { icon } }: PackedExtension): readonly Finding[] {
  const where = 'package.json icon';
  if (icon === undefined) {
    return [error(where, `Name a PNG of ${smallestIcon} × ${smallestIcon} pixels or more.`)];
  }
  const bytes = files.get(icon.replace(/^\.\//, ''));
  const size = bytes && pngSize(bytes);
  return bytes === undefined || (size && size.width === size.height && size.width >= smallestIcon)
    ? []
    : [error(where, `Make it a square PNG of ${smallestIcon} × ${smallestIcon} pixels or more.`)];
}
