import { commands, l10n, window, type ExtensionContext } from 'vscode';
import type { TelnyxRoomTokens } from './core/programs/telnyxRooms';
import { systemClock } from './core/time/clock';
import { translateWith } from './display/translator';
import { registerAgentTools } from './vscode/agents/agentTools';
import { commandIds } from './vscode/commands/commandIds';
import { LazyPart } from './vscode/lazyPart';
import { terminalProfileId } from './vscode/terminal/terminalProfileId';

/**
 * Registers what VS Code may ask for as soon as this has ended, and opens the window soon after: what
 * shows the rooms is in a bundle of its own, and nobody waits for it. Answers what other extensions get
 * of this one.
 */
export function activate(context: ExtensionContext): TelnyxRoomTokens {
  translateWith(l10n.t);
  const opened = new LazyPart(async () => {
    const { openWindow } = await import('./vscode/openWindow');
    return openWindow(context);
  });
  context.subscriptions.push(
    opened,
    ...Object.values(commandIds).map(id =>
      commands.registerCommand(id, async (...args: readonly unknown[]) => {
        const { runCommand } = await opened.load();
        return runCommand(id, args);
      }),
    ),
    window.registerTerminalProfileProvider(terminalProfileId, {
      provideTerminalProfile: async () => (await opened.load()).terminalProfile(),
    }),
    ...registerAgentTools(async () => (await opened.load()).agentTools()),
    // What can't be loaded, VS Code logs; whoever asks for something next has it tried again.
    systemClock.schedule(0, () => void opened.load()),
  );
  return Object.freeze<TelnyxRoomTokens>({
    getApi: async version => (await opened.load()).getApi(version),
  });
}
