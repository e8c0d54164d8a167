import type { QuickPick, QuickPickItem } from 'vscode';
import { back } from './frameInput';

/** Shows a pick until a row is chosen, the step before is wanted, or it is closed (undefined); then ends it. */
export async function pickRow<Row extends QuickPickItem>(
  input: QuickPick<Row>,
): Promise<Row | typeof back | undefined> {
  try {
    return await new Promise(resolve => {
      input.onDidAccept(() => resolve(input.selectedItems[0]));
      input.onDidTriggerButton(() => resolve(back));
      input.onDidHide(() => resolve(undefined));
      input.show();
    });
  } finally {
    input.dispose();
  }
}
