import { CancellationError } from 'vscode';
import { loadOnce } from '../../core/loadOnce';
import { plainArgument } from '../commands/commandArgument';
import { commandIds, type CommandId } from '../commands/commandIds';
import type { OtherCommands } from '../commands/runCommand';
import type { Messages } from '../messages/messages';
import type { LazyServices } from '../services';
import type { LaunchAnswers } from './launchAnswers';

/**
 * The two commands that answer something: the client token or the ID of a room, for launches and tasks.
 * Where there is nothing to answer, why has been said, and the call is cancelled: undefined ends no
 * launch, but leaves `${input:…}` where the token should be
 * (https://github.com/microsoft/vscode/issues/255503, and 248716 for older ones).
 */
export function launchCommands(services: LazyServices, messages: Messages) {
  const load = loadOnce(async () => {
    const { LaunchAnswers } = await import('../dialogs');
    return new LaunchAnswers(await services.load());
  });

  const answering =
    (
      id: CommandId,
      find: (answers: LaunchAnswers, argument: unknown) => Promise<string | undefined>,
    ) =>
    async (args: readonly unknown[]): Promise<string | undefined> => {
      const answer = await messages.attempt(id, async () =>
        find(await load(), plainArgument(args[0])),
      );
      // A keybinding passes no argument, starts nothing, and would show the error.
      if (answer === undefined && args.length > 0) {
        throw new CancellationError();
      }
      return answer;
    };
  return {
    [commandIds.clientToken]: answering(commandIds.clientToken, (answers, argument) =>
      answers.clientToken(argument),
    ),
    [commandIds.roomId]: answering(commandIds.roomId, (answers, argument) =>
      answers.roomId(argument),
    ),
  } satisfies Partial<OtherCommands>;
}
