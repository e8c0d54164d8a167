import type { Uri } from 'vscode';
import type { EnvLink } from '../../core/envFiles/envLink';
import { tokenVariablePresets } from '../../core/envFiles/envVariables';
import { isTakenForExpiry, isTakenFromExpiry } from '../../core/envFiles/takenVariables';
import { t } from '../../display/l10n';
import { pickEnvFile } from './pickEnvFile';
import { noVariable, pickVariable } from './pickVariable';
import { settleStep } from './settleStep';
import { runSteps, type Step } from './steps';

const needed = () => Promise.resolve(true);

const readBy: Readonly<Record<string, string>> = {
  VITE_: t('for code in the browser, with Vite'),
  NEXT_PUBLIC_: t('for code in the browser, with Next.js'),
};

/** Asks which file and variables shall hold a room's token; undefined after Escape. */
export async function askEnvLink(
  title: string,
  roomKey: string,
  links: readonly EnvLink[],
): Promise<EnvLink | undefined> {
  let file: Uri | undefined;
  let variable = '';
  let expiryVariable: string | undefined;
  const target = () => ({ file: file?.toString() ?? '', variable });

  const fileStep: Step = {
    isNeeded: needed,
    ask: async position =>
      settleStep(await pickEnvFile(title, position), chosen => (file = chosen)),
  };

  const variableStep: Step = {
    isNeeded: needed,
    ask: async position =>
      settleStep(
        await pickVariable({
          title,
          placeholder: t('Which variable shall hold the client token?'),
          presets: tokenVariablePresets.map(name => {
            const prefix = Object.keys(readBy).find(prefix => name.startsWith(prefix)) ?? '';
            return { name, description: readBy[prefix] ?? '' };
          }),
          prompt: t('Name of the variable that shall hold the client token'),
          position,
          problemOf: name =>
            isTakenForExpiry(links, { ...target(), variable: name })
              ? t`${name} holds the expiry of another linked token. Choose another variable.`
              : undefined,
        }),
        chosen => (variable = chosen === noVariable ? '' : chosen),
      ),
  };

  const expiryStep: Step = {
    isNeeded: needed,
    ask: async position =>
      settleStep(
        await pickVariable({
          title,
          placeholder: t('Which variable shall say when the token ends (ISO 8601)?'),
          presets: [{ name: `${variable}_EXPIRES_AT` }],
          // Translators: no variable.
          none: t('None'),
          prompt: t('Name of the variable that shall say when the token ends'),
          position,
          problemOf: name =>
            isTakenFromExpiry(links, target(), name)
              ? t`${name} holds a linked token or its expiry already. Choose another variable.`
              : undefined,
        }),
        chosen => (expiryVariable = chosen === noVariable ? undefined : chosen),
      ),
  };

  const finished = await runSteps([fileStep, variableStep, expiryStep]);
  return finished
    ? { roomKey, ...target(), ...(expiryVariable !== undefined && { expiryVariable }) }
    : undefined;
}
