/** A released version as the changelog tells it. */
export interface ChangelogSection {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** What stands below the heading, in Markdown. */
  readonly text: string;
}

/** What the changelog says of a version, below `## [VERSION] - DATE`; undefined where it does not. */
export function changelogSection(changelog: string, version: string): ChangelogSection | undefined {
  const sections = changelog.split(/^(?=## )/m);
  for (const section of sections) {
    const [heading = '', ...lines] = section.split(/\r?\n/);
    const [, named, date] = /^## \[([^\]]+)\] - (\d{4}-\d{2}-\d{2})$/.exec(heading.trimEnd()) ?? [];
    const text = lines.join('\n').trim();
    if (named === version && date !== undefined && text !== '') {
      return { date, text };
    }
  }
  return undefined;
}
