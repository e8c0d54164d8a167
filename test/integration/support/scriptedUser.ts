import * as vscode from 'vscode';
import { eventually } from './eventually';
import { accept, back, cancel } from './quickInputKeys';

/** What the user does when the extension asks something. */
export type Answer =
  /** Types (or pastes) into an input box and presses Enter. */
  | { readonly type: string }
  /** Picks the row whose label begins like this, after typing `filter`. */
  | { readonly pick: string; readonly filter?: string }
  /** Presses this button of a message or a dialog. */
  | { readonly press: string }
  /** Presses Enter on what is there. */
  | 'enter'
  /** Presses Escape, or leaves a message alone. */
  | 'escape'
  /** Presses the Back button of an input. */
  | 'back';

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
  readonly rows: readonly string[];
  /** What stood below the box after each answer that it refused. */
  readonly refusals: string[];
}

/** A message or a dialog that was shown. */
export interface ShownMessage {
  readonly severity: 'Information' | 'Warning' | 'Error';
  readonly text: string;
  readonly detail: string | undefined;
  readonly modal: boolean;
  readonly buttons: readonly string[];
}

/**
 * A user who answers in a fixed order. Input boxes and quick picks are VS Code's own: they are
 * shown, filled and accepted for real. Messages are answered instead of shown.
 */
export class ScriptedUser {
  readonly inputs: AskedInput[] = [];
  readonly messages: ShownMessage[] = [];
  /** Answers that nobody has asked for yet. */
  readonly unusedAnswers: Answer[] = [];
  private readonly problems: string[] = [];
  private readonly originals = { ...vscode.window };
  private progress: vscode.CancellationTokenSource | undefined;

  constructor() {
    Object.assign(vscode.window, {
      createInputBox: () => this.watchBox(this.originals.createInputBox()),
      createQuickPick: () => this.watchPick(this.originals.createQuickPick()),
      showInformationMessage: this.messageFunction('Information'),
      showWarningMessage: this.messageFunction('Warning'),
      showErrorMessage: this.messageFunction('Error'),
      withProgress: this.withProgress,
    });
  }

  /** Puts answers in line. */
  will(...answers: readonly Answer[]): void {
    this.unusedAnswers.push(...answers);
  }

  /** Presses Cancel on the progress, as soon as one is shown. */
  async pressCancel(): Promise<void> {
    await eventually(() => this.progress !== undefined);
    this.progress?.cancel();
  }

  /** The texts of the messages so far. */
  get texts(): readonly string[] {
    return this.messages.map(({ text }) => text);
  }

  /** Gives VS Code its own functions back, and fails on questions and answers that did not meet. */
  dispose(): void {
    const { createInputBox, createQuickPick } = this.originals;
    const { showInformationMessage, showWarningMessage, showErrorMessage, withProgress } =
      this.originals;
    Object.assign(vscode.window, {
      createInputBox,
      createQuickPick,
      showInformationMessage,
      showWarningMessage,
      showErrorMessage,
      withProgress,
    });
    const unused = this.unusedAnswers.map(answer => `nobody asked for ${JSON.stringify(answer)}`);
    const problems = [...this.problems, ...unused];
    if (problems.length > 0) {
      throw new Error(problems.join('; '));
    }
  }

  private next(question: string): Answer {
    const answer = this.unusedAnswers.shift();
    if (answer === undefined) {
      this.problems.push(`no answer was planned for: ${question}`);
    }
    return answer ?? 'escape';
  }

  private watchBox(box: vscode.InputBox): vscode.InputBox {
    return whenShown(box, async () => {
      const asked: AskedInput = {
        ...commonFacts(box),
        prompt: box.prompt,
        password: box.password,
        rows: [],
      };
      this.inputs.push(asked);
      for (;;) {
        const answer = this.next(`${String(asked.title)}: ${String(asked.prompt)}`);
        if (answer === 'back') {
          await back();
          return;
        }
        if (answer === 'escape') {
          await cancel();
          return;
        }
        if (typeof answer === 'object' && 'type' in answer) {
          box.value = answer.type;
        }
        await accept();
        const message = box.validationMessage;
        if (
          typeof message !== 'object' ||
          message.severity !== vscode.InputBoxValidationSeverity.Error
        ) {
          return;
        }
        asked.refusals.push(message.message);
      }
    });
  }

  private watchPick(pick: vscode.QuickPick<vscode.QuickPickItem>) {
    return whenShown(pick, async () => {
      const rows = () => pick.items.map(item => item.label);
      this.inputs.push({ ...commonFacts(pick), prompt: undefined, password: false, rows: rows() });
      const answer = this.next(`${String(pick.title)}: ${rows().join(', ')}`);
      if (answer === 'back') {
        await back();
        return;
      }
      if (typeof answer !== 'object' || !('pick' in answer)) {
        await cancel();
        return;
      }
      if (answer.filter !== undefined) {
        const changed = new Promise(resolve => pick.onDidChangeValue(resolve));
        pick.value = answer.filter;
        await changed;
      }
      const item = pick.items.find(({ label }) => label.startsWith(answer.pick));
      if (item === undefined) {
        this.problems.push(`no row ${answer.pick} in: ${rows().join(', ')}`);
        await cancel();
        return;
      }
      pick.activeItems = [item];
      await accept();
    });
  }

  private readonly withProgress: typeof vscode.window.withProgress = (options, task) =>
    this.originals.withProgress(options, progress => {
      this.progress = new vscode.CancellationTokenSource();
      return task(progress, this.progress.token);
    });

  private messageFunction(severity: ShownMessage['severity']) {
    return (text: string, ...rest: readonly unknown[]) => {
      const options = rest.find(
        (value): value is vscode.MessageOptions => typeof value === 'object' && value !== null,
      );
      const buttons = rest.filter(value => typeof value === 'string');
      const modal = options?.modal === true;
      this.messages.push({ severity, text, detail: options?.detail, modal, buttons });
      return Promise.resolve(
        modal || this.plansPress(buttons) ? this.pressed(text, buttons) : undefined,
      );
    };
  }

  private pressed(text: string, buttons: readonly string[]): string | undefined {
    const answer = this.next(text);
    if (typeof answer !== 'object' || !('press' in answer)) {
      return undefined;
    }
    if (!buttons.includes(answer.press)) {
      this.problems.push(`no button ${answer.press} on: ${text}`);
    }
    return answer.press;
  }

  /** A message that is no dialog may be left alone without planning it. */
  private plansPress(buttons: readonly string[]): boolean {
    const [answer] = this.unusedAnswers;
    return typeof answer === 'object' && 'press' in answer && buttons.includes(answer.press);
  }
}

function commonFacts(input: vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>) {
  return {
    title: input.title,
    step: `${String(input.step)}/${String(input.totalSteps)}`,
    placeholder: input.placeholder,
    value: input.value,
    ignoreFocusOut: input.ignoreFocusOut,
    refusals: [],
  };
}

/** Lets `react` run each time that an input is shown. */
function whenShown<T extends vscode.QuickInput>(input: T, react: () => Promise<void>): T {
  const show = input.show.bind(input);
  input.show = () => {
    show();
    void react();
  };
  return input;
}
