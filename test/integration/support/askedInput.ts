import {
  InputBoxValidationSeverity,
  type InputBox,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';

/** An input box or a quick pick that was shown. */
export interface AskedInput {
  readonly title: string | undefined;
  /** `1/3` */
  readonly step: string;
  readonly prompt: string | undefined;
  readonly placeholder: string | undefined;
  /** What it was filled with at first. */
  readonly value: string;
  readonly password: boolean;
  readonly ignoreFocusOut: boolean;
  /** The labels of the rows that it had at first. */
  readonly rows: readonly string[];
  /** The rows that it had when the last answer was given, icons aside. */
  answeredRows: readonly AskedRow[];
  /** What stood below the box at first. */
  readonly problem: string | undefined;
  /** What stood below the box after each thing that was typed, before Enter. */
  readonly remarks: Remark[];
  /** What stood below the box after each answer that it refused. */
  readonly refusals: string[];
  /** What was in it when it refused an answer. */
  readonly refusedValues: string[];
}

/** A row of a quick pick. */
export type AskedRow = Pick<QuickPickItem, 'label' | 'description' | 'detail'>;

/** A message below an input box. */
export interface Remark {
  readonly severity: 'Info' | 'Warning' | 'Error';
  readonly text: string;
}

/** What an input box or a quick pick shows at first. */
export function askedInput(input: InputBox | QuickPick<QuickPickItem>): AskedInput {
  const box = 'prompt' in input && 'password' in input ? input : undefined;
  return {
    title: input.title,
    step: `${String(input.step)}/${String(input.totalSteps)}`,
    prompt: box?.prompt,
    placeholder: input.placeholder,
    value: input.value,
    password: box?.password ?? false,
    ignoreFocusOut: input.ignoreFocusOut,
    rows: 'items' in input ? input.items.map(({ label }) => label) : [],
    answeredRows: [],
    problem: box && remarkBelow(box)?.text,
    remarks: [],
    refusals: [],
    refusedValues: [],
  };
}

/** What stands below an input box. */
export function remarkBelow({ validationMessage }: InputBox): Remark | undefined {
  if (validationMessage === undefined || validationMessage === '') {
    return undefined;
  }
  return typeof validationMessage === 'string'
    ? { severity: 'Error', text: validationMessage }
    : { severity: severities[validationMessage.severity], text: validationMessage.message };
}

const severities = {
  [InputBoxValidationSeverity.Info]: 'Info',
  [InputBoxValidationSeverity.Warning]: 'Warning',
  [InputBoxValidationSeverity.Error]: 'Error',
} as const;

/** The rows of a quick pick, icons aside. */
export function plainRows(items: readonly QuickPickItem[]): readonly AskedRow[] {
  return items.map(({ label, description, detail }) => ({
    label,
    ...(description !== undefined && { description: description.replaceAll(icon, '') }),
    ...(detail !== undefined && { detail }),
  }));
}

const icon = /\$\([\w~-]+\) /g;
