import { workspace, type TerminalOptions } from 'vscode';
import { obtainConsent } from '../launch/launchConsent';
import type { Services } from '../services';
import { roomTerminalOptions } from './roomTerminalOptions';

/** The profile's title in the manifest, by which settings name it: the same in every language. */
const title = 'Telnyx Room';

const platforms = ['linux', 'osx', 'windows'];

/**
 * The options of a terminal that is opened by the profile. A workspace that makes it the default
 * profile gets tokens into terminals that the user did not ask them for: that takes the consent which
 * its launches take. Undefined when there is to be none, as `roomTerminalOptions` has it.
 *
 * @throws {ApiError} of kind `cancelled` when the user cancelled.
 */
export async function profileOptions(services: Services): Promise<TerminalOptions | undefined> {
  const asks = workspace.isTrusted && isDefaultOfWorkspace();
  return asks && !(await obtainConsent(services))
    ? undefined
    : roomTerminalOptions(services, undefined);
}

function isDefaultOfWorkspace(): boolean {
  const profiles = workspace.getConfiguration('terminal.integrated.defaultProfile');
  return platforms.some(platform => {
    const values = profiles.inspect<unknown>(platform);
    return values?.workspaceValue === title || values?.workspaceFolderValue === title;
  });
}
