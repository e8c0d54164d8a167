import { commands, Disposable } from 'vscode';
import type { Services } from '../services';
import { plainArgument } from './commandArgument';
import { commandIds } from './commandIds';
import { isRegisteredElsewhere } from './registeredElsewhere';

/**
 * Registers every command behind the one wrapper that ends their errors. A command answers nothing,
 * so that no caller can get a secret out of it. What they do is loaded when the first one runs.
 */
export function registerCommands(services: Services): Disposable {
  return Disposable.from(
    ...Object.values(commandIds)
      .filter(id => !isRegisteredElsewhere(id))
      .map(id =>
        commands.registerCommand(id, (argument: unknown) =>
          services.messages.guard(id, async () => {
            const { commandHandlers } = await import('./commandHandlers');
            await commandHandlers[id](services, plainArgument(argument));
          }),
        ),
      ),
  );
}
