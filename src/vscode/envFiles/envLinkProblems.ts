import type { EnvSync, KeptLink } from '../../core/envFiles/envSync';
import { envLinkProblem } from '../../display/envLinkText';
import { t } from '../../display/l10n';
import type { Services } from '../services';
import { shownPath } from './shownPath';

/**
 * Says once why a linked file is not written any more, with the way on; again only after it was
 * written in between. The row goes on saying it.
 */
export function showEnvLinkProblems(envSync: EnvSync, services: Services): { dispose(): void } {
  const said = new Set<string>();
  return envSync.onDidChange(roomKey => {
    for (const kept of envSync.ofRoom(roomKey)) {
      const { file } = kept.link;
      const problem = problemOf(kept);
      if (problem === undefined) {
        if (kept.state.kind === 'current') {
          said.forEach(text => text.startsWith(`${file} `) && said.delete(text));
        }
      } else if (!said.has(`${file} ${problem}`)) {
        said.add(`${file} ${problem}`);
        services.messages.error(problem, ...waysOn(kept, services));
      }
    }
  });
}

/** What goes on by itself is no problem. */
function problemOf({ link: { file, variable }, state }: KeptLink): string | undefined {
  return state.kind === 'waiting'
    ? undefined
    : envLinkProblem(state, { path: shownPath(file), variable });
}

function waysOn({ link, state }: KeptLink, services: Services) {
  return state.kind === 'refused' && state.refusal === 'exposed'
    ? [
        {
          label: t('Add to .gitignore'),
          async run() {
            const { ignoreAndWrite } = await import('../dialogs');
            await ignoreAndWrite(services, link);
          },
        },
      ]
    : [{ label: t('Write Now'), run: () => services.envSync.write(link) }];
}
