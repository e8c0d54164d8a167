import { Disposable, window, type ExtensionContext, type TerminalProfile } from 'vscode';
import { composeStart } from '../core/composeStart';
import type { Disposable as Owned } from '../core/emitter';
import { LaunchConsent } from '../core/launch/launchConsent';
import { loadOnce } from '../core/loadOnce';
import type { TelnyxRooms } from '../core/programs/telnyxRooms';
import { boundedStateStore } from '../core/storage/boundedStores';
import { systemClock as clock } from '../core/time/clock';
import type { AgentTools } from './agents/tools';
import { commandIds } from './commands/commandIds';
import { commandRunner, type RunCommand } from './commands/runCommand';
import { maintainContextKeys } from './contextKeys';
import { registerDecoding } from './decode/tokenDecoding';
import { launchCommands } from './launch/launchCommands';
import { LazyPart } from './lazyPart';
import { Messages } from './messages/messages';
import { outputLogger } from './outputLogger';
import { ExtensionApi } from './programs/extensionApi';
import { ReadOnlyDocuments } from './readOnlyDocuments';
import { RoomContexts } from './roomContexts';
import type { LazyServices, Start } from './services';
import { ExpiryStatusBar } from './statusBar/expiryStatusBar';
import { PinnedRoom } from './statusBar/pinnedRoom';
import { MementoStateStore } from './storage/mementoStateStore';
import { secretStorageStore } from './storage/secretStorageStore';
import { roomTerminalProfile } from './terminal/roomTerminalProfile';
import { RoomTokensView } from './tree/roomTokensView';
import { RoomTreeProvider } from './tree/roomTreeProvider';
import { startUnaskedWork } from './unaskedWork';

/** What a window of VS Code has of the extension, once it is open. */
export interface OpenWindow extends Owned {
  readonly runCommand: RunCommand;
  readonly agentTools: () => Promise<AgentTools>;
  terminalProfile(): Promise<TerminalProfile>;
  /** See `ExtensionApi`. */
  getApi(version: unknown): TelnyxRooms;
}

/**
 * Builds what shows the rooms, and what can be asked for; what does the work is loaded when there is
 * some. Reads no secret that is in order, and sends nothing.
 */
export function openWindow(context: ExtensionContext): OpenWindow {
  const channel = window.createOutputChannel('Telnyx Room Tokens', { log: true });
  const logger = outputLogger(channel);
  const workspaceState = boundedStateStore(new MementoStateStore(context.workspaceState), clock);
  const core = composeStart({
    secretStore: secretStorageStore(context.secrets),
    state: new MementoStateStore(context.globalState),
    clock,
    logger,
  });
  const { apiKeys, clocks, focus, rooms, watch } = core;
  const services: LazyServices = new LazyPart(async () => {
    const { createServices } = await import('./createServices');
    return createServices(start);
  });
  const launchConsent = new LaunchConsent(workspaceState);
  const pinned = new PinnedRoom(core.state);
  const contexts = new RoomContexts(clocks, apiKeys, pinned, services);
  const provider = new RoomTreeProvider(rooms, contexts, services, pinned, apiKeys, clocks, watch);
  const view = new RoomTokensView(provider, rooms, clocks, launchConsent);
  const statusBar = new ExpiryStatusBar(rooms, pinned, contexts, clocks);
  const messages = new Messages(logger);
  const documents = new ReadOnlyDocuments();
  const start: Start = {
    ...core,
    channel,
    clock,
    contexts,
    core,
    documents,
    folder: context.globalStorageUri.fsPath,
    launchConsent,
    logger,
    messages,
    pinned,
    statusBar,
    view,
    workspaceState,
  };
  const decoding = registerDecoding(start);
  const extensionApi = new ExtensionApi(rooms, services);
  focus.set(window.state.focused);
  view.start();
  statusBar.start();

  const parts = Disposable.from(
    channel,
    documents,
    core,
    services,
    provider,
    view,
    statusBar,
    decoding.providers,
    extensionApi,
    maintainContextKeys(rooms, apiKeys, launchConsent),
    startUnaskedWork(services, start),
    window.onDidChangeWindowState(({ focused }) => {
      focus.set(focused);
      if (focused) {
        void core.catchUp();
      }
    }),
  );
  void core.catchUp();
  return {
    runCommand: commandRunner(services, messages, {
      ...launchCommands(services, messages),
      [commandIds.decodeToken]: decoding.decodeToken,
    }),
    agentTools: loadOnce(async () => {
      const { agentTools } = await import('./agents/tools');
      return agentTools(await services.load());
    }),
    terminalProfile: () => roomTerminalProfile(services, messages),
    getApi: version => extensionApi.getApi(version),
    dispose: () => void parts.dispose(),
  };
}
