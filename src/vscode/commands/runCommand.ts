import type { LazyServices } from '../services';
import type { Messages } from '../messages/messages';
import { plainArgument } from './commandArgument';
import type { CommandId } from './commandIds';
import { isOtherCommand, type OtherCommand } from './otherCommands';

/** Runs a command with the arguments that it was called with. */
export type RunCommand = (id: CommandId, args: readonly unknown[]) => Promise<unknown>;

/** What the commands do that are no business of `commandHandlers.ts`. */
export type OtherCommands = Readonly<
  Record<OtherCommand, (args: readonly unknown[]) => Promise<unknown>>
>;

/**
 * Runs commands behind the one wrapper that ends their errors. All but the two that are for launches
 * answer nothing, so that no caller can get a secret out of them. What they do is loaded when the first
 * one runs.
 */
export function commandRunner(
  services: LazyServices,
  messages: Messages,
  others: OtherCommands,
): RunCommand {
  return async (id, args) =>
    isOtherCommand(id)
      ? others[id](args)
      : messages.guard(id, async () => {
          const { commandHandlers } = await import('../dialogs');
          await commandHandlers[id](await services.load(), plainArgument(args[0]));
        });
}
