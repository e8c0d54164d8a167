import { FileType, ThemeIcon, Uri, window, workspace, type QuickPickItem } from 'vscode';
import { t } from '../../display/l10n';
import { plainText } from '../../display/plainText';
import { isEnvFileName, nameOf } from '../envFiles/envFileNames';
import { findEnvFiles } from '../envFiles/findEnvFiles';
import { shownPath } from '../envFiles/shownPath';
import { back, frameInput } from './frameInput';
import type { StepPosition } from './steps';

interface EnvFileItem extends QuickPickItem {
  /** The file, or what is done to find one. */
  readonly choice?: Uri | 'browse';
}

/** Asks for an `.env` file of the workspace, which need not be there yet. */
export async function pickEnvFile(
  title: string,
  position: StepPosition,
): Promise<Uri | typeof back | undefined> {
  let problem: string | undefined;
  for (;;) {
    const choice = await pick(title, position, problem);
    if (choice !== 'browse') {
      return choice;
    }
    const browsed = await browse();
    problem = browsed?.problem;
    if (browsed?.file !== undefined) {
      return browsed.file;
    }
  }
}

async function pick(
  title: string,
  position: StepPosition,
  problem: string | undefined,
): Promise<Uri | 'browse' | typeof back | undefined> {
  const input = window.createQuickPick<EnvFileItem>();
  frameInput(input, title, position);
  input.placeholder = problem ?? t('Which file shall hold the token?');
  input.busy = true;
  let isOpen = true;
  try {
    return await new Promise(resolve => {
      input.onDidAccept(() => {
        const choice = input.selectedItems[0]?.choice;
        if (choice !== undefined) {
          resolve(choice);
        }
      });
      input.onDidTriggerButton(() => resolve(back));
      input.onDidHide(() => resolve(undefined));
      input.items = [
        { label: `$(loading~spin) ${t('Looking for .env files…')}`, alwaysShow: true },
      ];
      void findEnvFiles().then(files => {
        if (isOpen) {
          input.items = items(files);
          input.busy = false;
        }
      });
      input.show();
    });
  } finally {
    isOpen = false;
    input.dispose();
  }
}

function items(files: readonly Uri[]): EnvFileItem[] {
  const known = new Set(files.map(file => file.toString()));
  const missing = (workspace.workspaceFolders ?? [])
    .map(({ name, uri }) => ({ name, file: Uri.joinPath(uri, '.env') }))
    .filter(({ file }) => !known.has(file.toString()));
  return [
    ...files.map(file => ({ label: plainText(shownPath(file.toString())), choice: file })),
    ...missing.map(({ name, file }) => ({
      label: t`New .env file in ${plainText(name, 40)}`,
      iconPath: new ThemeIcon('new-file'),
      alwaysShow: true,
      choice: file,
    })),
    {
      label: t('Browse…'),
      iconPath: new ThemeIcon('folder-opened'),
      description: t('a file in this workspace'),
      alwaysShow: true,
      choice: 'browse',
    },
  ];
}

/** Lets the user point at a file; says what is wrong with one that can't be linked. */
async function browse(): Promise<{ file?: Uri; problem?: string } | undefined> {
  const [folder] = workspace.workspaceFolders ?? [];
  const picked = await window.showOpenDialog({
    ...(folder && { defaultUri: folder.uri }),
    // Translators: a verb, on the button that chooses the file.
    openLabel: t('Link'),
    title: t('Link .env File'),
  });
  const file = picked?.[0];
  if (file === undefined) {
    return undefined;
  }
  if (workspace.getWorkspaceFolder(file) === undefined) {
    return { problem: t('That file is not in this workspace. Pick one that is.') };
  }
  const stat = await workspace.fs.stat(file);
  return (stat.type & FileType.Directory) === 0 && isEnvFileName(nameOf(file))
    ? { file }
    : {
        problem: t(
          'That is no .env file: its name begins with .env or ends in .env. Pick another.',
        ),
      };
}
