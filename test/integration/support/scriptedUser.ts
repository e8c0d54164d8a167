import * as vscode from 'vscode';
import { Answers, type Answer } from './answers';
import { plainRows, type AskedInput } from './askedInput';
import { eventually } from './eventually';
import { playBox, playPick } from './inputPlayer';
import { accept, cancel, down } from './quickInputKeys';
import { notedProgress, type ShownProgress } from './shownProgress';

/** A message or a dialog that was shown. */
export interface ShownMessage {
  readonly severity: 'Information' | 'Warning' | 'Error';
  readonly text: string;
  readonly detail: string | undefined;
  readonly modal: boolean;
  readonly buttons: readonly string[];
}

/**
 * A user who answers in a fixed order. Input boxes, quick picks and progress are VS Code's own: they
 * are shown, filled and accepted for real. Messages are answered instead of shown.
 */
export class ScriptedUser {
  readonly inputs: AskedInput[] = [];
  readonly messages: ShownMessage[] = [];
  readonly progresses: ShownProgress[] = [];
  private readonly answers = new Answers();
  private readonly originals = originalFunctions();

  constructor() {
    const { createInputBox, createQuickPick, withProgress } = this.originals;
    const record = (asked: AskedInput) => void this.inputs.push(asked);
    const own: Record<keyof typeof this.originals, unknown> = {
      createInputBox: () => {
        const box = createInputBox();
        playBox(box, this.answers, record);
        return box;
      },
      createQuickPick: () => {
        const pick = createQuickPick();
        playPick(pick, this.answers, record);
        return pick;
      },
      showQuickPick: this.showQuickPick,
      showInformationMessage: this.messageFunction('Information'),
      showWarningMessage: this.messageFunction('Warning'),
      showErrorMessage: this.messageFunction('Error'),
      withProgress: notedProgress(withProgress, shown => this.progresses.push(shown)),
    };
    Object.assign(vscode.window, own);
  }

  /** Puts answers in line. */
  will(...answers: readonly Answer[]): void {
    this.answers.unused.push(...answers);
  }

  /** Answers that nobody has asked for yet. */
  get unusedAnswers(): Answer[] {
    return this.answers.unused;
  }

  /** Presses Cancel on the progress, as soon as one is shown. */
  async pressCancel(): Promise<void> {
    (await this.openProgress()).cancel();
  }

  /** The newest progress that is open, as soon as there is one whose title holds this. */
  async openProgress(title = ''): Promise<ShownProgress> {
    const find = () =>
      this.progresses.findLast(shown => shown.isOpen && shown.title.includes(title));
    await eventually(() => find() !== undefined);
    return find() ?? this.openProgress(title);
  }

  /** The texts of the messages so far. */
  get texts(): readonly string[] {
    return this.messages.map(({ text }) => text);
  }

  /** Everything that could be read so far, what is typed into boxes aside. */
  get everythingShown(): string {
    const inputs = this.inputs.map(({ value, refusedValues, ...visible }) => visible);
    return JSON.stringify([inputs, this.messages, this.progresses]);
  }

  /** Gives VS Code its own functions back, and fails on questions and answers that did not meet. */
  dispose(): void {
    Object.assign(vscode.window, this.originals);
    this.answers.check();
  }

  /** A quick pick that VS Code makes of plain rows. */
  private readonly showQuickPick = async (
    items: readonly vscode.QuickPickItem[],
    options: vscode.QuickPickOptions = {},
  ): Promise<vscode.QuickPickItem | undefined> => {
    const rows = plainRows(items);
    const labels = rows.map(({ label }) => label);
    this.inputs.push({
      title: options.title,
      step: '',
      prompt: undefined,
      placeholder: options.placeHolder,
      value: '',
      password: false,
      ignoreFocusOut: options.ignoreFocusOut ?? false,
      rows: labels,
      answeredRows: rows,
      problem: undefined,
      remarks: [],
      refusals: [],
      refusedValues: [],
    });
    let picked: PromiseLike<vscode.QuickPickItem | undefined> = Promise.resolve(undefined);
    await new Promise<unknown>(resolve => {
      picked = this.originals.showQuickPick(items, { ...options, onDidSelectItem: resolve });
    });
    const answer = this.answers.next(`${String(options.title)}: ${labels.join(', ')}`);
    if (typeof answer === 'object' && 'pick' in answer) {
      const index = labels.findIndex(label => label.startsWith(answer.pick));
      for (let row = 0; row < index; row++) {
        await down();
      }
      await accept();
    } else {
      await cancel();
    }
    return picked;
  };

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
    const answer = this.answers.next(text);
    if (typeof answer !== 'object' || !('press' in answer)) {
      return undefined;
    }
    if (!buttons.includes(answer.press)) {
      this.answers.problem(`no button ${answer.press} on: ${text}`);
    }
    return answer.press;
  }

  /** A message that is no dialog may be left alone without planning it. */
  private plansPress(buttons: readonly string[]): boolean {
    const [answer] = this.answers.unused;
    return typeof answer === 'object' && 'press' in answer && buttons.includes(answer.press);
  }
}

/** The functions of VS Code that the user stands behind. */
function originalFunctions() {
  const { createInputBox, createQuickPick, showQuickPick, withProgress } = vscode.window;
  const { showInformationMessage, showWarningMessage, showErrorMessage } = vscode.window;
  return {
    createInputBox,
    createQuickPick,
    showQuickPick,
    showInformationMessage,
    showWarningMessage,
    showErrorMessage,
    withProgress,
  };
}
