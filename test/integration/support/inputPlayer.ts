import type { InputBox, QuickInput, QuickPick, QuickPickItem } from 'vscode';
import type { Answer, Answers } from './answers';
import { askedInput, plainRows, remarkBelow, type AskedInput } from './askedInput';
import { eventually, happensWithin } from './eventually';
import { accept, back, cancel } from './quickInputKeys';

/** So long may a row take that comes from the API, in milliseconds. */
const patience = 10_000;

/** Answers an input box each time that it is shown, until it is gone. */
export function playBox(
  box: InputBox,
  answers: Answers,
  record: (asked: AskedInput) => void,
): void {
  const typeInto = typingInto(box);
  whenShown(box, answers, async isGone => {
    const asked = askedInput(box);
    record(asked);
    while (!isGone()) {
      const answer = answers.next(`${String(asked.title)}: ${String(asked.prompt)}`);
      if (typeof answer === 'object' && 'until' in answer) {
        await eventually(answer.until);
        continue;
      }
      if (await pressKey(answer)) {
        return;
      }
      if (typeof answer === 'object' && 'type' in answer) {
        typeInto(answer.type);
        const remark = remarkBelow(box);
        asked.remarks.push(...(remark ? [remark] : []));
      }
      await accept();
      if (!isGone()) {
        asked.refusals.push(remarkBelow(box)?.text ?? '');
        asked.refusedValues.push(box.value);
      }
    }
  });
}

/** Answers a quick pick each time that it is shown, until it is gone. */
export function playPick(
  pick: QuickPick<QuickPickItem>,
  answers: Answers,
  record: (asked: AskedInput) => void,
): void {
  whenShown(pick, answers, async isGone => {
    const asked = askedInput(pick);
    record(asked);
    while (!isGone()) {
      const answer = answers.next(`${String(asked.title)}: ${asked.rows.join(', ')}`);
      if (typeof answer === 'object') {
        const item = await rowOf(pick, answer, isGone);
        if (item === undefined) {
          answers.problem(`no row for ${JSON.stringify(answer)} in: ${labels(pick).join(', ')}`);
          await cancel();
          return;
        }
        if (!('await' in answer)) {
          pick.activeItems = [item];
        }
      }
      asked.answeredRows = plainRows(pick.items);
      if (await pressKey(answer)) {
        return;
      }
      if (typeof answer !== 'object' || 'pick' in answer) {
        await accept();
      }
    }
  });
}

/** Presses the key of an answer that ends the question; false for other answers. */
async function pressKey(answer: Answer): Promise<boolean> {
  if (answer === 'back') {
    await back();
  } else if (answer === 'escape') {
    await cancel();
  }
  return answer === 'back' || answer === 'escape';
}

/**
 * Types or pastes into a box. VS Code tells nobody of a value that was set and not typed, so those
 * who listen hear of it from here. Boxes have one line: browsers make blanks of line breaks.
 */
function typingInto(box: InputBox): (text: string) => void {
  const { onDidChangeValue } = box;
  const listeners: ((text: string) => unknown)[] = [];
  const listen: typeof onDidChangeValue = (listener, ...rest) => {
    listeners.push(listener);
    return onDidChangeValue(listener, ...rest);
  };
  Object.defineProperty(box, 'onDidChangeValue', { value: listen });
  return text => {
    box.value = text.replaceAll(/\r?\n/g, ' ');
    listeners.forEach(listener => listener(box.value));
  };
}

/** Types into the filter of a quick pick. */
async function filterBy(pick: QuickPick<QuickPickItem>, text: string): Promise<void> {
  if (text !== pick.value) {
    const changed = new Promise(resolve => pick.onDidChangeValue(resolve));
    pick.value = text;
    await changed;
  }
}

/** The row that an answer means, as soon as it is there. */
async function rowOf(
  pick: QuickPick<QuickPickItem>,
  answer: Exclude<Answer, string>,
  isGone: () => boolean,
): Promise<QuickPickItem | undefined> {
  const label = labelIn(answer);
  if (label === undefined) {
    return undefined;
  }
  if ('filter' in answer) {
    await filterBy(pick, answer.filter);
  }
  const find = () => pick.items.find(item => item.label.startsWith(label));
  await happensWithin(patience, () => isGone() || find() !== undefined);
  return find();
}

function labelIn(answer: Exclude<Answer, string>): string | undefined {
  if ('pick' in answer) {
    return answer.pick;
  }
  if ('goTo' in answer) {
    return answer.goTo;
  }
  return 'await' in answer ? answer.await : undefined;
}

function labels(pick: QuickPick<QuickPickItem>): readonly string[] {
  return pick.items.map(({ label }) => label);
}

/** Lets `react` run each time that an input is shown, with whether it is gone since. */
function whenShown(
  input: QuickInput,
  answers: Answers,
  react: (isGone: () => boolean) => Promise<void>,
): void {
  let gone = false;
  const show = input.show.bind(input);
  const dispose = input.dispose.bind(input);
  input.onDidHide(() => (gone = true));
  input.dispose = () => {
    gone = true;
    dispose();
  };
  input.show = () => {
    gone = false;
    show();
    react(() => gone).catch((error: unknown) => answers.problem(String(error)));
  };
}
