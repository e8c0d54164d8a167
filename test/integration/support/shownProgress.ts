import * as vscode from 'vscode';

/** A progress that was shown, and is as long as its task. */
export interface ShownProgress {
  readonly title: string;
  /** What was reported below the title so far. */
  readonly reports: readonly string[];
  readonly isOpen: boolean;
  /** Presses Cancel. */
  readonly cancel: () => void;
}

/** `withProgress` as VS Code has it, with each progress noted and its Cancel button in our hands. */
export function notedProgress(
  original: typeof vscode.window.withProgress,
  record: (progress: ShownProgress) => void,
): typeof vscode.window.withProgress {
  return (options, task) =>
    original(options, async progress => {
      const reports: string[] = [];
      const source = new vscode.CancellationTokenSource();
      const cancel = () => source.cancel();
      const shown = { title: options.title ?? '', reports, isOpen: true, cancel };
      record(shown);
      const noted: typeof progress = {
        report(value) {
          reports.push(...(value.message === undefined ? [] : [value.message]));
          progress.report(value);
        },
      };
      try {
        return await task(noted, source.token);
      } finally {
        shown.isOpen = false;
      }
    });
}

/** Clicks a link among a notification's text: what VS Code does then. */
export async function followLink(text: string, label: string): Promise<void> {
  const link = [...text.matchAll(/\[([^\]]+)\]\(command:([\w.]+)(?:\?([^)]*))?\)/g)].find(
    ([, name]) => name === label,
  );
  if (link?.[2] === undefined) {
    throw new Error(`There is no link ${label} in: ${text}`);
  }
  const args = JSON.parse(decodeURIComponent(link[3] ?? '[]')) as readonly unknown[];
  await vscode.commands.executeCommand(link[2], ...args);
}
