import { Disposable, window, type QuickInput } from 'vscode';

/** Texts of messages that were shown while a user was away. */
export type MissedMessages = readonly string[];

/**
 * Does work while nobody is there: every question ends at once as by Escape, without being drawn, and
 * every message is left alone. Resolves to the messages.
 */
export async function whileAbsent(work: () => Promise<unknown>): Promise<MissedMessages> {
  const { createInputBox, createQuickPick, showQuickPick } = window;
  const { showInformationMessage, showWarningMessage, showErrorMessage } = window;
  const before = {
    ...{ createInputBox, createQuickPick, showQuickPick },
    ...{ showInformationMessage, showWarningMessage, showErrorMessage },
  };
  const missed: string[] = [];
  const miss = (text: string) => Promise.resolve(void missed.push(text)).then(() => undefined);
  Object.assign(window, {
    createInputBox: () => escaped(createInputBox()),
    createQuickPick: () => escaped(createQuickPick()),
    showQuickPick: () => Promise.resolve(undefined),
    showInformationMessage: miss,
    showWarningMessage: miss,
    showErrorMessage: miss,
  });
  try {
    await work();
  } finally {
    Object.assign(window, before);
  }
  return missed;
}

/** An input that is hidden as soon as it is shown. */
function escaped<Input extends QuickInput>(input: Input): Input {
  const listeners: (() => unknown)[] = [];
  const onDidHide = (listener: () => unknown) => {
    listeners.push(listener);
    return new Disposable(() => undefined);
  };
  const show = () => queueMicrotask(() => listeners.forEach(listener => listener()));
  return Object.defineProperties(input, { onDidHide: { value: onDidHide }, show: { value: show } });
}
