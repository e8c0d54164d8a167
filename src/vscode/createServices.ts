import { ClearedClipboard } from '../core/clipboard/clearedClipboard';
import { composeWork } from '../core/composeWork';
import { EnvLinks } from '../core/envFiles/envLinks';
import { EnvSync } from '../core/envFiles/envSync';
import { LockFiles } from '../files/lockFiles';
import { systemClipboard } from './clipboard';
import { showEnvLinkProblems } from './envFiles/envLinkProblems';
import { LazyEnvWriter } from './envFiles/lazyEnvWriter';
import { openDocuments } from './envFiles/openDocuments';
import { workspaceTrust } from './envFiles/workspaceTrust';
import { showAutoRefreshStops } from './keepAlive/autoRefreshStops';
import { showExpiryReminders } from './keepAlive/expiryReminders';
import type { OwnedServices } from './services';
import { LazyTransport } from './network/lazyTransport';
import { networkSettings } from './network/networkSettings';
import { SandboxHost } from './sandbox/sandboxHost';
import type { Start } from './services';
import { preferences } from './settings';

/**
 * Builds what a window needs once there is something to do, and connects it with what the window has
 * started with. From then on rooms are kept fresh, users reminded and linked files written.
 */
export function createServices(start: Start): OwnedServices {
  const { clock, clocks, folder, logger, stored, view, workspaceState } = start;
  const { rooms } = start.core;
  const transport = new LazyTransport(networkSettings, logger);
  const locks = new LockFiles(folder, clock, logger);
  const work = composeWork(
    { transport, locks, preferences, clock, logger, random: Math.random },
    start.core,
  );
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
  const clipboard = new ClearedClipboard(systemClipboard, clock);
  const sandbox = new SandboxHost();
  const services = { ...start, ...work, clipboard, envSync, sandbox };
  const subscriptions = [
    clipboard,
    transport,
    work,
    sandbox,
    envSync,
    envSync.onDidChange(roomKey => view.redraw(roomKey)),
    showExpiryReminders(work.reminder),
    showAutoRefreshStops(work.autoRefresh, services),
    showEnvLinkProblems(envSync, services),
  ];
  void envSync.start();
  return {
    ...services,
    dispose: () => subscriptions.forEach(subscription => subscription.dispose()),
  };
}
