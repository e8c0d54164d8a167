import { CancellationError, commands, Disposable } from 'vscode';
import { plainArgument } from '../commands/commandArgument';
import { commandIds, type CommandId } from '../commands/commandIds';
import { loadOnce } from '../../core/loadOnce';
import type { LazyServices } from '../lazyServices';
import type { Messages } from '../messages/messages';
import type { LaunchAnswers } from './launchAnswers';

/**
 * Registers the two commands that answer something: the client token or the ID of a room, for
 * launches and tasks. Where there is nothing to answer, why has been said, and the call is cancelled:
 * undefined ends no launch, but leaves `${input:…}` where the token should be
 * (https://github.com/microsoft/vscode/issues/255503, and 248716 for older ones).
 */
export function registerLaunchCommands(services: LazyServices, messages: Messages): Disposable {
  const load = loadOnce(async () => {
    const { LaunchAnswers } = await import('../dialogs');
    return new LaunchAnswers(await services.load());
  });

  const register = (
    id: CommandId,
    find: (answers: LaunchAnswers, argument: unknown) => Promise<string | undefined>,
  ) =>
    commands.registerCommand(id, async (...args: readonly unknown[]) => {
      const answer = await messages.attempt(id, async () =>
        find(await load(), plainArgument(args[0])),
      );
      // A keybinding passes no argument, starts nothing, and would show the error.
      if (answer === undefined && args.length > 0) {
        throw new CancellationError();
      }
      return answer;
    });
  return Disposable.from(
    register(commandIds.clientToken, (answers, argument) => answers.clientToken(argument)),
    register(commandIds.roomId, (answers, argument) => answers.roomId(argument)),
  );
}
