import { commands, Disposable } from 'vscode';
import type { LazyServices } from '../lazyServices';
import type { Messages } from '../messages/messages';
import { plainArgument } from './commandArgument';
import { commandIds } from './commandIds';
import { isRegisteredElsewhere } from './registeredElsewhere';

/**
 * Registers every command behind the one wrapper that ends their errors. A command answers nothing,
 * so that no caller can get a secret out of it. What they do is loaded when the first one runs.
 */
export function registerCommands(services: LazyServices, messages: Messages): Disposable {
  return Disposable.from(
    ...Object.values(commandIds)
      .filter(id => !isRegisteredElsewhere(id))
      .map(id =>
        commands.registerCommand(id, (argument: unknown) =>
          messages.guard(id, async () => {
            const { commandHandlers } = await import('../dialogs');
            await commandHandlers[id](await services.load(), plainArgument(argument));
          }),
        ),
      ),
  );
}
