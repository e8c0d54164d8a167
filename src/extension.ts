import { window, type ExtensionContext } from 'vscode';
import { ClearedClipboard } from './core/clipboard/clearedClipboard';
import { composeCore } from './core/composeCore';
import { boundedStateStore } from './core/storage/boundedStores';
import type { TelnyxRoomTokens } from './core/programs/telnyxRooms';
import { LaunchConsent } from './core/launch/launchConsent';
import { EnvLinks } from './core/envFiles/envLinks';
import { EnvSync } from './core/envFiles/envSync';
import { systemClock as clock } from './core/time/clock';
import { registerAgentTools } from './vscode/agents/agentTools';
import { systemClipboard } from './vscode/clipboard';
import { registerCommands } from './vscode/commands/registerCommands';
import { LockFiles } from './files/lockFiles';
import { maintainContextKeys } from './vscode/contextKeys';
import { registerDecoding } from './vscode/decode/tokenDecoding';
import { registerLaunchCommands } from './vscode/launch/launchCommands';
import { showEnvLinkProblems } from './vscode/envFiles/envLinkProblems';
import { LazyEnvWriter } from './vscode/envFiles/lazyEnvWriter';
import { openDocuments } from './vscode/envFiles/openDocuments';
import { workspaceTrust } from './vscode/envFiles/workspaceTrust';
import { LazyTransport } from './vscode/network/lazyTransport';
import { showAutoRefreshStops } from './vscode/keepAlive/autoRefreshStops';
import { showExpiryReminders } from './vscode/keepAlive/expiryReminders';
import { Messages } from './vscode/messages/messages';
import { outputLogger } from './vscode/outputLogger';
import { ExtensionApi } from './vscode/programs/extensionApi';
import { ReadOnlyDocuments } from './vscode/readOnlyDocuments';
import { RoomContexts } from './vscode/roomContexts';
import { SandboxHost } from './vscode/sandbox/sandboxHost';
import { networkSettings } from './vscode/network/networkSettings';
import { preferences } from './vscode/settings';
import { ExpiryStatusBar } from './vscode/statusBar/expiryStatusBar';
import { PinnedRoom } from './vscode/statusBar/pinnedRoom';
import { MementoStateStore } from './vscode/storage/mementoStateStore';
import { secretStorageStore } from './vscode/storage/secretStorageStore';
import { registerRoomTerminalProfile } from './vscode/terminal/roomTerminalProfile';
import { RoomTokensView } from './vscode/tree/roomTokensView';
import { RoomTreeProvider } from './vscode/tree/roomTreeProvider';

/**
 * Builds the parts and connects them. Start-up reads no secret that is in order, and sends nothing.
 * Answers what other extensions get of this one.
 */
export function activate(context: ExtensionContext): TelnyxRoomTokens {
  const channel = window.createOutputChannel('Telnyx Room Tokens', { log: true });
  const logger = outputLogger(channel);
  const workspaceState = boundedStateStore(new MementoStateStore(context.workspaceState), clock);
  const transport = new LazyTransport(networkSettings, logger);
  const locks = new LockFiles(context.globalStorageUri.fsPath, clock, logger);
  const core = composeCore({
    secretStore: secretStorageStore(context.secrets),
    state: new MementoStateStore(context.globalState),
    transport,
    locks,
    preferences,
    clock,
    logger,
    random: Math.random,
  });
  const { apiKeys, autoRefresh, clocks, details, focus, reminder, rooms, stored, watch } = core;
  const envSync = new EnvSync({
    links: new EnvLinks(workspaceState),
    rooms,
    stored,
    writer: new LazyEnvWriter(locks, clock),
    documents: openDocuments,
    trust: workspaceTrust,
    clocks,
    logger,
  });
  const launchConsent = new LaunchConsent(workspaceState);
  const pinned = new PinnedRoom(core.state);
  const sandbox = new SandboxHost();
  const contexts = new RoomContexts(clocks, autoRefresh, apiKeys, pinned);
  const provider = new RoomTreeProvider(
    rooms,
    details,
    contexts,
    envSync,
    pinned,
    apiKeys,
    clocks,
    watch,
  );
  const view = new RoomTokensView(provider, rooms, clocks, launchConsent);
  const statusBar = new ExpiryStatusBar(rooms, pinned, contexts, clocks);
  const clipboard = new ClearedClipboard(systemClipboard, clock);
  const messages = new Messages(logger);
  const documents = new ReadOnlyDocuments();
  const services = {
    ...core,
    channel,
    clipboard,
    clock,
    contexts,
    documents,
    envSync,
    launchConsent,
    logger,
    messages,
    pinned,
    sandbox,
    statusBar,
    view,
  };
  const extensionApi = new ExtensionApi({ ...services, rooms });
  focus.set(window.state.focused);
  void core.catchUp();

  context.subscriptions.push(
    channel,
    clipboard,
    documents,
    transport,
    core,
    sandbox,
    envSync,
    provider,
    view,
    statusBar,
    maintainContextKeys(rooms, apiKeys, launchConsent),
    registerCommands(services),
    registerDecoding(services),
    registerRoomTerminalProfile(services),
    extensionApi,
    registerAgentTools({ ...services, details, rooms }),
    registerLaunchCommands(services),
    showExpiryReminders(reminder),
    showAutoRefreshStops(autoRefresh, services),
    showEnvLinkProblems(envSync, services),
    window.onDidChangeWindowState(({ focused }) => {
      focus.set(focused);
      if (focused) {
        void core.catchUp();
      }
    }),
    // Soon, but not before the window is there.
    clock.schedule(0, () => void envSync.start()),
  );
  return extensionApi.exports;
}
