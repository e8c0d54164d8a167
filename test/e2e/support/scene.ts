import { startSandbox, type Sandbox } from '../../../src/sandbox/startSandbox';
import { startEditor, type Editor, type EditorOptions } from './editor';
import { waitUntil } from './waitUntil';
import type { Workbench } from './workbench';

/** The status bar item of the extension. */
export const expiryItem = /telnyxRooms\.expiry$/;

/** A VS Code with the extension, whose API is a sandbox with one room. */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly editor: Editor;
  readonly workbench: Workbench;
  readonly room: { readonly id: string; readonly title: string; readonly refreshToken: string };
  stop(): Promise<void>;
}

/**
 * Starts a sandbox and an editor that is set to it, on a folder where one is named, and with other
 * packaged extensions where some are.
 */
export async function startScene(
  settings: Readonly<Record<string, unknown>> = {},
  folder?: string,
  options: Pick<EditorOptions, 'language' | 'otherVsix' | 'workspaceTrust'> = {},
): Promise<Scene> {
  const sandbox = await startSandbox();
  const editor = await startEditor({
    settings: { 'telnyxRooms.apiBaseUrl': sandbox.baseUrl, ...settings },
    ...(folder !== undefined && { folder }),
    ...options,
  });
  const { id } = sandbox.createRoom('stand-up');
  return {
    sandbox,
    editor,
    workbench: editor.workbench,
    room: {
      id,
      title: id.slice(0, 8),
      refreshToken: sandbox.issueTokens(id).refresh_token,
    },
    async stop() {
      await editor.stop();
      await sandbox.close();
    },
  };
}

/** Refreshes a room that is not known yet, by keyboard alone, up to the message of success. */
export async function refreshFirstTime(
  { workbench, room }: Scene,
  ttlSeconds: number,
): Promise<void> {
  const { quickInput, dialog, notifications } = workbench;
  await workbench.runCommand('Telnyx: Refresh Room Token');
  await quickInput.waitFor('Refresh Room Token', '1/3');
  await quickInput.type(room.id);
  await quickInput.accept();
  await quickInput.waitFor('Refresh Room Token', '2/3');
  await quickInput.type(String(ttlSeconds));
  await quickInput.accept();
  await quickInput.waitFor('Refresh Room Token', '3/3');
  await quickInput.type(room.refreshToken);
  await quickInput.accept();
  await dialog.waitFor(/^Send tokens and API keys to http:\/\/127\.0\.0\.1:\d+\?$/);
  // The button that stands by itself has the focus.
  await workbench.page.keyboard.press('Enter');
  await notifications.waitFor(/^Room token refreshed, valid until \d\d:\d\d:\d\d$/);
}

/** The same, then copies the client token from the message about it; resolves to the token. */
export async function refreshAndCopy(scene: Scene, ttlSeconds: number): Promise<string> {
  const { clipboard, notifications } = scene.workbench;
  await refreshFirstTime(scene, ttlSeconds);
  await notifications.click('Copy Token');
  const token = await waitUntil(
    () => clipboard.read(),
    text => text !== '',
    'a copy',
  );
  await notifications.clear();
  return token;
}
