import { window, type ExtensionContext } from 'vscode';
import { composeStart } from './core/composeStart';
import { LaunchConsent } from './core/launch/launchConsent';
import type { TelnyxRoomTokens } from './core/programs/telnyxRooms';
import { boundedStateStore } from './core/storage/boundedStores';
import { systemClock as clock } from './core/time/clock';
import { registerAgentTools } from './vscode/agents/agentTools';
import { registerCommands } from './vscode/commands/registerCommands';
import { maintainContextKeys } from './vscode/contextKeys';
import { registerDecoding } from './vscode/decode/tokenDecoding';
import { registerLaunchCommands } from './vscode/launch/launchCommands';
import { LazyServices } from './vscode/lazyServices';
import { Messages } from './vscode/messages/messages';
import { outputLogger } from './vscode/outputLogger';
import { ExtensionApi } from './vscode/programs/extensionApi';
import { ReadOnlyDocuments } from './vscode/readOnlyDocuments';
import { RoomContexts } from './vscode/roomContexts';
import type { Start } from './vscode/services';
import { ExpiryStatusBar } from './vscode/statusBar/expiryStatusBar';
import { PinnedRoom } from './vscode/statusBar/pinnedRoom';
import { MementoStateStore } from './vscode/storage/mementoStateStore';
import { secretStorageStore } from './vscode/storage/secretStorageStore';
import { registerRoomTerminalProfile } from './vscode/terminal/roomTerminalProfile';
import { RoomTokensView } from './vscode/tree/roomTokensView';
import { RoomTreeProvider } from './vscode/tree/roomTreeProvider';
import { startUnaskedWork } from './vscode/unaskedWork';

/**
 * Builds what shows the rooms and registers what can be asked for; what does the work is loaded when
 * there is some. Start-up reads no room, and a little later no secret that is in order; it sends
 * nothing. Answers what other extensions get of this one.
 */
export function activate(context: ExtensionContext): TelnyxRoomTokens {
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
  const services: LazyServices = new LazyServices(async () => {
    const { createServices } = await import('./vscode/createServices');
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
  const extensionApi = new ExtensionApi(rooms, services);
  focus.set(window.state.focused);

  context.subscriptions.push(
    channel,
    documents,
    core,
    services,
    provider,
    view,
    statusBar,
    registerCommands(services, messages),
    registerDecoding(start),
    registerRoomTerminalProfile(services, messages),
    extensionApi,
    registerLaunchCommands(services, messages),
    window.onDidChangeWindowState(({ focused }) => {
      focus.set(focused);
      if (focused) {
        void core.catchUp();
      }
    }),
    // Soon, but not before the window is there: nobody sees a room earlier, and many take their time.
    clock.schedule(0, () => {
      view.start();
      statusBar.start();
      context.subscriptions.push(
        maintainContextKeys(rooms, apiKeys, launchConsent),
        registerAgentTools(rooms, services),
        startUnaskedWork(services, start),
      );
      void core.catchUp();
    }),
  );
  return extensionApi.exports;
}
