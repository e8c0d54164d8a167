import { window, type ExtensionContext } from 'vscode';
import { composeCore } from './core/composeCore';
import { systemClock as clock } from './core/time/clock';
import { registerCommands } from './vscode/commands/registerCommands';
import { maintainContextKeys } from './vscode/contextKeys';
import { LazyTransport } from './vscode/lazyTransport';
import { Messages } from './vscode/messages/messages';
import { outputLogger } from './vscode/outputLogger';
import { SandboxHost } from './vscode/sandbox/sandboxHost';
import { ExpiryStatusBar } from './vscode/statusBar/expiryStatusBar';
import { PinnedRoom } from './vscode/statusBar/pinnedRoom';
import { mementoStateStore } from './vscode/storage/mementoStateStore';
import { secretStorageStore } from './vscode/storage/secretStorageStore';
import { RoomTokensView } from './vscode/tree/roomTokensView';
import { RoomTreeProvider } from './vscode/tree/roomTreeProvider';

/** Builds the parts and connects them. Start-up reads no secret and sends nothing. */
export function activate(context: ExtensionContext): void {
  const channel = window.createOutputChannel('Telnyx Room Tokens', { log: true });
  const logger = outputLogger(channel);
  const state = mementoStateStore(context.globalState);
  const secretStore = secretStorageStore(context.secrets);
  const transport = new LazyTransport();
  const core = composeCore({ secretStore, state, transport, clock, logger });
  const { rooms, watch, details } = core;

  const pinned = new PinnedRoom(state);
  const sandbox = new SandboxHost();
  const provider = new RoomTreeProvider(rooms, details, clock, pinned, watch);
  const view = new RoomTokensView(provider, rooms);
  const statusBar = new ExpiryStatusBar(rooms, pinned, clock);
  const messages = new Messages(logger);
  const services = { ...core, channel, clock, messages, pinned, sandbox, secretStore };

  context.subscriptions.push(
    channel,
    transport,
    core,
    sandbox,
    provider,
    view,
    statusBar,
    maintainContextKeys(rooms, core.apiKeys),
    registerCommands({ ...services, statusBar, view }),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) {
        void core.otherWindows.catchUp();
      }
    }),
  );
}
