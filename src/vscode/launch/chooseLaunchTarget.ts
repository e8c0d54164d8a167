import {
  ThemeIcon,
  Uri,
  window,
  workspace,
  type QuickPickItem,
  type WorkspaceFolder,
} from 'vscode';
import type { LaunchConfiguration, LaunchTarget } from '../../core/launchFile/launchFile';
import { t } from '../../display/l10n';
import { plainText } from '../../display/plainText';

interface TargetItem extends QuickPickItem {
  readonly target: LaunchTarget;
}

/** The configuration that is to get a token: one of those that there are, or a new one for Node.js. */
export async function chooseLaunchTarget(
  title: string,
  configurations: readonly LaunchConfiguration[],
  folder: WorkspaceFolder,
): Promise<LaunchTarget | undefined> {
  const program = await nodeProgram(folder);
  const newTarget: LaunchTarget = { kind: 'new', program };
  if (configurations.length === 0) {
    return newTarget;
  }
  const items: TargetItem[] = [
    ...configurations.map(({ index, name, type }) => ({
      label: plainText(name),
      description: plainText(type),
      target: { kind: 'existing', index } as const,
    })),
    {
      label: t('New Node.js Configuration'),
      iconPath: new ThemeIcon('add'),
      description: plainText(program),
      target: newTarget,
    },
  ];
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: t('Which configuration shall get the token?'),
    matchOnDescription: true,
  });
  return picked?.target;
}

/** What a new configuration starts: the folder's package where that names a program, else the open file. */
async function nodeProgram({ uri }: WorkspaceFolder): Promise<string> {
  try {
    const bytes = await workspace.fs.readFile(Uri.joinPath(uri, 'package.json'));
    const { main } = JSON.parse(new TextDecoder().decode(bytes)) as { main?: unknown };
    if (typeof main === 'string' && main !== '') {
      return `\${workspaceFolder}/${main.replace(/^\.\//, '')}`;
    }
  } catch {
    // No package, or none that can be read: then it names no program.
  }
  return '${file}';
}
