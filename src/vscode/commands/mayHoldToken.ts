import { window } from 'vscode';
import type { EnvLink } from '../../core/envFiles/envLink';
import { envLinkId } from '../../core/envFiles/envLink';
import { isReplaceable } from '../../core/envFiles/linkedValues';
import { readEnvVariable } from '../../core/envFiles/readEnvVariable';
import { refusalSentence } from '../../display/envLinkText';
import { t } from '../../display/l10n';
import { plainText } from '../../display/plainText';
import { roomTitle } from '../../display/roomTitle';
import { loadEnvWriting } from '../envFiles/lazyEnvWriter';
import { shownPath } from '../envFiles/shownPath';
import type { Services } from '../services';
import { notIgnoredSentence } from './ignoreEnvFile';

const addAndLink = t('Add and Link');
// Translators: a button; what a file holds is replaced.
const replace = t('Replace');

/**
 * Whether a link can be made: the file can be written, git does not take it, and nothing is lost that
 * the user wants to keep. Asks where the user can decide, and says why where it can't be.
 */
export async function mayHoldToken(services: Services, link: EnvLink): Promise<boolean> {
  const { envFileStore } = await loadEnvWriting();
  const path = shownPath(link.file);
  const reading = await envFileStore.read(link.file);
  if (reading.kind === 'obstacle' || (reading.kind === 'text' && reading.isReadOnly)) {
    const refusal = reading.kind === 'obstacle' ? reading.obstacle : 'readOnly';
    services.messages.error(refusalSentence(refusal, path));
    return false;
  }
  const text = reading.kind === 'text' ? reading.text : '';
  return (await isOutOfGit(services, link, path)) && agreesToReplace(services, link, text, path);
}

async function isOutOfGit(
  { messages }: Services,
  { file }: EnvLink,
  path: string,
): Promise<boolean> {
  const { addToGitIgnore, gitIgnoreEntry, standingOf } = await loadEnvWriting();
  const standing = await standingOf(file);
  switch (standing.kind) {
    case 'ignored':
    case 'noRepository':
      return true;
    case 'tracked':
    case 'unknown':
      messages.error(refusalSentence(standing.kind, path));
      return false;
    case 'exposed': {
      const entry = gitIgnoreEntry(file, standing);
      const answer = await window.showWarningMessage(
        t`Add ${plainText(path)} to .gitignore?`,
        {
          modal: true,
          detail: t`It is not ignored by git, so the next git add would take the token. The line ${plainText(entry.line)} is added to ${plainText(shownPath(entry.gitIgnore))}.`,
        },
        addAndLink,
      );
      if (answer !== addAndLink) {
        return false;
      }
      const outcome = await addToGitIgnore(file, entry);
      if (outcome !== 'ignored') {
        messages.error(notIgnoredSentence(outcome, entry, file));
      }
      return outcome === 'ignored';
    }
  }
}

async function agreesToReplace(
  { envSync, rooms }: Services,
  link: EnvLink,
  text: string,
  path: string,
): Promise<boolean> {
  const other = envSync
    .all()
    .find(known => envLinkId(known) === envLinkId(link) && known.roomKey !== link.roomKey);
  const otherRoom = other && rooms.get(other.roomKey)?.record;
  const lost = [
    ...(otherRoom ? [t`${link.variable} is linked to room ${roomTitle(otherRoom)}.`] : []),
    ...(isReplaceable(readEnvVariable(text, link.variable))
      ? []
      : [t`${link.variable} holds something else than a client token.`]),
    ...(link.expiryVariable === undefined || isMoment(readEnvVariable(text, link.expiryVariable))
      ? []
      : [t`${link.expiryVariable} holds something else than a time.`]),
  ];
  if (lost.length === 0) {
    return true;
  }
  const answer = await window.showWarningMessage(
    t`Replace what ${plainText(path)} holds?`,
    {
      modal: true,
      detail: `${lost.join(' ')} ${t('It is replaced now, and with each new token.')}`,
    },
    replace,
  );
  return answer === replace;
}

/** Whether nobody would miss a value: it is empty, or a time as this extension writes it. */
function isMoment(value = ''): boolean {
  return value.trim() === '' || /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
}
