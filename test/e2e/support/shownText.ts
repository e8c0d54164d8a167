import { expiryItem } from './scene';
import type { Workbench } from './workbench';

/** What is another one in each run, and what is written in its place; the first that matches counts. */
const placeholders: readonly (readonly [pattern: RegExp, placeholder: string])[] = [
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<id>'],
  [/\b\d\d:\d\d:\d\d\b/g, '<time>'],
  [/\b\d{1,2}:\d\d\b/g, '<countdown>'],
];

/** Lines as they are in every run: without times, countdowns and ids. */
export function withPlaceholders(lines: readonly string[]): readonly string[] {
  return lines.map(line =>
    placeholders.reduce(
      (text, [pattern, placeholder]) => text.replaceAll(pattern, placeholder),
      line,
    ),
  );
}

/** What the view shows: its title, its message and its rows, each with its icon and what it offers. */
export async function textOfView({ view }: Workbench): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const { level, label, description, icon } of await view.rows()) {
    const actions = level === 1 ? await view.inlineActions(label) : [];
    rows.push(
      [
        `${'  '.repeat(level)}${icon === '' ? '' : `$(${icon}) `}${label}`,
        ...(description === '' ? [] : [`· ${description}`]),
        ...inBrackets(actions),
      ].join(' '),
    );
  }
  const title = [await view.title(), ...inBrackets(await view.titleActions())].join(' ');
  return [`View: ${title}`, await view.message(), ...rows];
}

/** What the item of the extension in the status bar shows. */
export async function textOfStatusBar({ statusBar }: Workbench): Promise<readonly string[]> {
  const { text, background } = await statusBar.waitFor(expiryItem);
  return [`Status bar: ${text}${background === 'none' ? '' : ` (${background})`}`];
}

/** The messages in sight, with their buttons. */
export async function textOfMessages({ notifications }: Workbench): Promise<readonly string[]> {
  return (await notifications.read()).map(({ severity, text, buttons }) =>
    [`Message (${severity}): ${text}`, ...inBrackets(buttons)].join(' '),
  );
}

/** The walkthrough: its heading, its steps, and what the open one says and shows. */
export async function textOfWalkthrough({ walkthrough }: Workbench): Promise<readonly string[]> {
  const pictureText = await walkthrough.pictureText();
  const description = await walkthrough.openDescription();
  return [
    ...(await walkthrough.heading()),
    ...(await walkthrough.steps()).flatMap(({ title, isDone, isOpen }) => [
      `  $(${isDone ? 'pass-filled' : 'circle'}) ${title}`,
      ...(isOpen ? linesOf(description).map(line => `    ${line}`) : []),
    ]),
    ...linesOf(pictureText).map(line => `  Beside it: ${line}`),
  ];
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
}

function inBrackets(labels: readonly string[]): readonly string[] {
  return labels.map(label => `[${label}]`);
}
