import { window, type QuickPickItem } from 'vscode';
import { isEnvVariableName } from '../../core/envFiles/envVariables';
import { t } from '../../display/l10n';
import { askText, errorMessage } from './askText';
import { back, frameInput } from './frameInput';
import { pickRow } from './pickRow';
import type { StepPosition } from './steps';

/** What the question for an environment variable says. */
export interface VariableQuestion {
  readonly title: string;
  readonly placeholder: string;
  /** The names to choose from, the suggestion first. */
  readonly presets: readonly { readonly name: string; readonly description?: string }[];
  /** The row for no variable at all, which then stands first, where that is an answer. */
  readonly none?: string;
  /** What the box for another name says. */
  readonly prompt: string;
  readonly position: StepPosition;
  /** Why a name can't be had although it is one. */
  readonly problemOf: (name: string) => string | undefined;
}

/** The answer that no variable is wanted. */
export const noVariable = Symbol('no variable');

interface VariableItem extends QuickPickItem {
  /** Absent on the row that asks for another name. */
  readonly answer?: string | typeof noVariable;
}

/** Asks for the name of an environment variable: one of a few, or any. */
export async function pickVariable(
  question: VariableQuestion,
): Promise<string | typeof noVariable | typeof back | undefined> {
  for (;;) {
    const item = await pick(question);
    if (item === undefined || item === back) {
      return item;
    }
    if (item.answer !== undefined) {
      return item.answer;
    }
    const entered = await askName(question);
    if (entered !== back) {
      return entered;
    }
  }
}

async function pick({
  title,
  placeholder,
  presets,
  none,
  position,
  problemOf,
}: VariableQuestion): Promise<VariableItem | typeof back | undefined> {
  const input = window.createQuickPick<VariableItem>();
  frameInput(input, title, position);
  input.placeholder = placeholder;
  input.items = [
    ...(none === undefined ? [] : [{ label: none, answer: noVariable } as const]),
    ...presets
      .filter(({ name }) => problemOf(name) === undefined)
      .map(({ name, description = '' }) => ({ label: name, description, answer: name })),
    // Translators: another variable than those of the other rows.
    { label: t('Other…'), alwaysShow: true },
  ];
  return pickRow(input);
}

async function askName({
  title,
  prompt,
  presets,
  position,
  problemOf,
}: VariableQuestion): Promise<string | typeof back | undefined> {
  const text = await askText({
    title,
    prompt,
    value: presets[0]?.name ?? '',
    position: { ...position, canGoBack: true },
    validate: text => {
      const name = text.trim();
      const problem = isEnvVariableName(name)
        ? problemOf(name)
        : t("A variable's name has letters, digits and underscores, and no digit first.");
      return problem === undefined ? undefined : errorMessage(problem);
    },
  });
  return typeof text === 'string' ? text.trim() : text;
}
