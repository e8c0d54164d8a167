import type { KeptLink } from '../core/envFiles/envSync';
import type { EnvLinkState } from '../core/envFiles/envLinkState';
import { envLinkId, type EnvLink } from '../core/envFiles/envLink';
import { envLinkProblem, envLinkText } from './envLinkText';
import { t } from './l10n';
import { plainText } from './plainText';
import type { Row, RowIcon } from './row';

/** The row of a link below its room; `now` is by this machine's clock, `path` relative to the workspace. */
export function envLinkRow({ link, state }: KeptLink, path: string, now: number): Row {
  const { variable, expiryVariable } = link;
  const label = plainText(path);
  // What changes comes first: a narrow view cuts the rest off.
  const description = `${envLinkText(state, now)} · ${variable}`;
  const purpose =
    expiryVariable === undefined
      ? t`${variable} holds the room's client token.`
      : t`${variable} holds the room's client token, ${expiryVariable} when it ends.`;
  const problem = envLinkProblem(state, { path: label, variable });
  return {
    id: envLinkRowId(link),
    label,
    description,
    tooltip: [purpose, ...(problem === undefined ? [] : [problem])].join('\n'),
    icon: icon(state),
    contextValue: contextValue(state),
    accessibilityLabel: t`Linked file ${label}, ${description}`,
  };
}

/** The id of a link's row; a link has but one room. */
export function envLinkRowId(link: EnvLink): string {
  return `${link.roomKey}#env ${envLinkId(link)}`;
}

/** `envLink`, then `stuck` where it does not go on by itself, and `exposed` where `.gitignore` helps. */
function contextValue(state: EnvLinkState): string {
  switch (state.kind) {
    case 'unchecked':
    case 'current':
    case 'waiting':
      return 'envLink';
    case 'missing':
    case 'failed':
      return 'envLink.stuck';
    case 'refused':
      return state.refusal === 'exposed' ? 'envLink.stuck.exposed' : 'envLink.stuck';
  }
}

function icon(state: EnvLinkState): RowIcon {
  switch (state.kind) {
    case 'unchecked':
    case 'current':
      return { id: 'file-symlink-file' };
    case 'waiting':
      return { id: 'watch' };
    case 'missing':
    case 'refused':
      return { id: 'warning', color: 'list.warningForeground' };
    case 'failed':
      return { id: 'error', color: 'list.errorForeground' };
  }
}
