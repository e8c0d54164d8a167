import { changelogSection } from './changelogSection';

/** The files of the repository that have to agree on a version. */
export interface ReleaseFiles {
  readonly manifest: { readonly version: string };
  readonly lock: { readonly version: string };
  readonly changelog: string;
}

/** Why a tag can't be released, one sentence each; empty where it can. */
export function releaseFaults(
  tag: string,
  { manifest: { version }, lock, changelog }: ReleaseFiles,
): readonly string[] {
  return [
    ...(tag === `v${version}`
      ? []
      : [
          `The tag is ${tag}, but package.json has ${version}: tag v${version}, or bump the version.`,
        ]),
    ...(lock.version === version
      ? []
      : [`package-lock.json has ${lock.version}: run \`npm install --package-lock-only\`.`]),
    ...(changelogSection(changelog, version)
      ? []
      : [`CHANGELOG.md has no text below "## [${version}] - YYYY-MM-DD": move it there.`]),
  ];
}
