/** Where the files of one version are on the web. */
export interface RepositoryUrls {
  /** Below it, files are shown as pages. */
  readonly pages: string;
  /** Below it, files are as they are, such as images. */
  readonly files: string;
}

/**
 * Where the relative links and images of the packaged README lead. They name the tag of the version, so
 * that the page of an old version never shows what has changed since; until the tag is pushed they lead
 * nowhere.
 */
export function repositoryUrls(manifest: unknown): RepositoryUrls {
  const { repository, version } = manifest as { repository: { url: string }; version: string };
  return {
    pages: `${repository.url}/blob/v${version}`,
    files: `${repository.url}/raw/v${version}`,
  };
}
