import type { EnvLink } from '../../core/envFiles/envLink';
import { refusalSentence } from '../../display/envLinkText';
import { t } from '../../display/l10n';
import type { GitIgnoreEntry, GitIgnoreOutcome } from '../envFiles/gitIgnore';
import { loadEnvWriting } from '../envFiles/lazyEnvWriter';
import { linkOfArgument } from '../envFiles/linkOfArgument';
import { shownPath } from '../envFiles/shownPath';
import type { Services } from '../services';
import { trustIsGiven } from './trustIsGiven';

/** `Telnyx: Add to .gitignore`, on the row of a linked file that git would take: then writes to it. */
export async function ignoreEnvFile(services: Services, argument: unknown): Promise<void> {
  const link = linkOfArgument(services.envSync, argument);
  if (link !== undefined && trustIsGiven(services)) {
    await ignoreAndWrite(services, link);
  }
}

/** Adds the line for a linked file to its `.gitignore`, and writes the token to the file. */
export async function ignoreAndWrite(services: Services, link: EnvLink): Promise<void> {
  const { envSync, messages } = services;
  const { addToGitIgnore, gitIgnoreEntry, standingOf } = await loadEnvWriting();
  const standing = await standingOf(link.file);
  if (standing.kind === 'exposed') {
    const entry = gitIgnoreEntry(link.file, standing);
    const outcome = await addToGitIgnore(link.file, entry);
    if (outcome !== 'ignored') {
      messages.error(notIgnoredSentence(outcome, entry, link.file));
      return;
    }
    messages.info(t`Added ${entry.line} to ${shownPath(entry.gitIgnore)}.`);
  } else if (standing.kind === 'tracked' || standing.kind === 'unknown') {
    messages.error(refusalSentence(standing.kind, shownPath(link.file)));
    return;
  }
  await envSync.write(link);
}

/** Why a file is not ignored although its line was to be added, and what to do. */
export function notIgnoredSentence(
  outcome: Exclude<GitIgnoreOutcome, 'ignored'>,
  { gitIgnore, line }: GitIgnoreEntry,
  file: string,
): string {
  const path = shownPath(gitIgnore);
  switch (outcome) {
    case 'unsaved':
      return t`${path} has unsaved changes. Save or revert it, then try again.`;
    case 'unwritable':
      return t`${path} could not be written. Add the line ${line} to it, then try again.`;
    case 'overruled':
      // Translators: rules are those of .gitignore files.
      return t`Another rule takes ${shownPath(file)} in again although ${path} has the line ${line}. Change that rule, then try again.`;
  }
}
