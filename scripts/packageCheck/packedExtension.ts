import { unzipSync } from 'fflate';
import { plainTexts, type ManifestTexts } from '../manifest';

/** What the checks read of `package.json`; any of it may be missing or wrong. */
export interface PackedManifest {
  readonly name?: string;
  readonly publisher?: string;
  readonly version?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly license?: string;
  readonly icon?: string;
  readonly main?: string;
  readonly l10n?: string;
  readonly homepage?: string;
  readonly pricing?: string;
  readonly qna?: string | false;
  readonly engines?: { readonly vscode?: string };
  readonly repository?: { readonly url?: string };
  readonly bugs?: { readonly url?: string };
  readonly galleryBanner?: { readonly color?: string; readonly theme?: string };
  readonly badges?: readonly { readonly url?: string; readonly href?: string }[];
  readonly categories?: readonly string[];
  readonly keywords?: readonly string[];
  readonly activationEvents?: readonly string[];
  readonly extensionKind?: unknown;
  readonly enabledApiProposals?: readonly string[];
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly contributes?: {
    readonly commands?: readonly { readonly command: string }[];
  };
}

/** A package that is checked, and the repository that its documents point into. */
export interface PackedExtension {
  /** The size of the package, in bytes. */
  readonly size: number;
  /** The files by their paths below `extension/`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest: PackedManifest;
  /** The texts of the manifest in English. */
  readonly texts: ManifestTexts;
  /** The same in other languages, by the language. */
  readonly translations: ReadonlyMap<string, ManifestTexts>;
  /** The text of a file of the repository; undefined where there is none, empty for a folder. */
  readonly repositoryFile: (path: string) => string | undefined;
}

const root = 'extension/';

/** Opens a VSIX. Throws when it is none, or when it holds no manifest. */
export function openPackage(
  vsix: Uint8Array,
  repositoryFile: PackedExtension['repositoryFile'],
): PackedExtension {
  const files = new Map(
    Object.entries(unzipSync(vsix))
      .filter(([path]) => path.startsWith(root) && !path.endsWith('/'))
      .map(([path, bytes]) => [path.slice(root.length), bytes]),
  );
  const json = (path: string): unknown => JSON.parse(textOf(files, path) ?? '{}');
  const translations = [...files.keys()].flatMap(path => {
    const language = /^package\.nls\.([\w-]+)\.json$/.exec(path)?.[1];
    return language === undefined ? [] : [[language, plainTexts(json(path))] as const];
  });
  if (!files.has('package.json')) {
    throw new Error('The package holds no extension/package.json: make it with `npm run package`.');
  }
  return {
    size: vsix.length,
    files,
    manifest: json('package.json') as PackedManifest,
    texts: plainTexts(json('package.nls.json')),
    translations: new Map(translations),
    repositoryFile,
  };
}

/** A file of the package as text. */
export function textOf(files: PackedExtension['files'], path: string): string | undefined {
  const bytes = files.get(path);
  return bytes && Buffer.from(bytes).toString('utf8');
}

/** A value of the manifest with the English text in the place of its key. */
export function inEnglish({ texts }: PackedExtension, value: string | undefined): string {
  return (value ?? '').replace(/^%([\w.]+)%$/, (_reference, key: string) => texts[key] ?? '');
}
