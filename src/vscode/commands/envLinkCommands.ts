import { Uri, window } from 'vscode';
import { envLinkProblem } from '../../display/envLinkText';
import { t } from '../../display/l10n';
import { linkOfArgument } from '../envFiles/linkOfArgument';
import { shownPath } from '../envFiles/shownPath';
import type { Services } from '../services';
import { trustIsGiven } from './trustIsGiven';

/** `Open File`, on the row of a linked file. */
export async function openEnvFile({ envSync }: Services, argument: unknown): Promise<void> {
  const link = linkOfArgument(envSync, argument);
  if (link !== undefined) {
    await showFile(link.file);
  }
}

/** `Write Now`, on the row of a linked file that was not written: makes it again where it is gone. */
export async function writeEnvFile(services: Services, argument: unknown): Promise<void> {
  const { envSync, messages } = services;
  const link = linkOfArgument(envSync, argument);
  if (link === undefined || !trustIsGiven(services)) {
    return;
  }
  const state = await envSync.write(link);
  const path = shownPath(link.file);
  const problem = envLinkProblem(state, { path, variable: link.variable });
  if (problem === undefined) {
    messages.info(t`Wrote ${link.variable} to ${path}.`);
  } else {
    messages.error(problem);
  }
}

/** Shows a file (a URI as text) in an editor. */
export async function showFile(file: string): Promise<void> {
  await window.showTextDocument(Uri.parse(file, true), { preview: false });
}
