import { InputBoxValidationSeverity, window, type InputBoxValidationMessage } from 'vscode';
import { back, frameInput } from './frameInput';
import type { StepPosition } from './steps';

/** A text question. */
export interface TextQuestion {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  /** Whether what is typed is hidden. */
  readonly password?: boolean;
  readonly position?: StepPosition;
  /** Stands below the box until something is typed: what was wrong with `value` the last time. */
  readonly problem?: string;
  /** What is wrong with a text; a text that is an error can't be accepted. */
  validate(text: string): InputBoxValidationMessage | undefined;
}

/** A message that stands below the box and lets nothing through. */
export function errorMessage(message: string): InputBoxValidationMessage {
  return { message, severity: InputBoxValidationSeverity.Error };
}

/** Asks for a text; undefined when the user pressed Escape. Stays open when the window loses focus. */
export async function askText(question: TextQuestion): Promise<string | typeof back | undefined> {
  const box = window.createInputBox();
  frameInput(box, question.title, question.position);
  box.prompt = question.prompt;
  box.placeholder = question.placeholder ?? '';
  box.value = question.value ?? '';
  box.password = question.password ?? false;
  box.validationMessage = question.problem;
  try {
    return await new Promise(resolve => {
      box.onDidChangeValue(text => {
        // An empty box is not wrong yet, only unfinished.
        box.validationMessage = text.trim() === '' ? undefined : question.validate(text);
      });
      box.onDidAccept(() => {
        const message = question.validate(box.value);
        box.validationMessage = message;
        if (message?.severity !== InputBoxValidationSeverity.Error) {
          resolve(box.value);
        }
      });
      box.onDidTriggerButton(() => resolve(back));
      box.onDidHide(() => resolve(undefined));
      box.show();
    });
  } finally {
    box.dispose();
  }
}
