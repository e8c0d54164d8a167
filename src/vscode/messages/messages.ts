import { commands, window } from 'vscode';
import { ApiError } from '../../core/api/apiError';
import type { Logger } from '../../core/logger';
import { StorageError } from '../../core/storage/storageError';
import { t } from '../../display/l10n';
import { plainSentence } from '../../display/plainText';
import { commandIds } from '../commands/commandIds';

/** A button of a message, and what it does. */
export interface MessageAction {
  readonly label: string;
  run(): Promise<unknown>;
}

/** Longer than any sentence of ours, shorter than what fills a screen. */
const longestMessage = 400;

/**
 * Messages with buttons. Nobody waits for them: a command has ended long before a user answers. What
 * a button does ends in the same place as a command when it fails.
 */
export class Messages {
  constructor(private readonly logger: Logger) {}

  info(text: string, ...actions: readonly MessageAction[]): void {
    this.show(window.showInformationMessage, text, actions);
  }

  error(text: string, ...actions: readonly MessageAction[]): void {
    this.show(window.showErrorMessage, text, actions);
  }

  /** Runs something to its end and answers nothing; an error ends as in `attempt`. */
  async guard(name: string, work: () => Promise<unknown>): Promise<void> {
    await this.attempt(name, work);
  }

  /**
   * Runs something to its end and answers what it answers. Undefined after an error: a cancelled call
   * is silent, an error of one of VS Code's stores or an unexpected one is said and logged.
   */
  async attempt<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'cancelled') {
        return undefined;
      }
      // Foreign errors may quote what they were given: only their name is safe to log.
      this.logger.warn(`${name} failed: ${error instanceof Error ? error.name : typeof error}`);
      this.error(await sentenceOf(error), {
        label: t('Show Log'),
        run: async () => commands.executeCommand(commandIds.showLog),
      });
      return undefined;
    }
  }

  private show(
    show: (message: string, ...labels: string[]) => Thenable<string | undefined>,
    text: string,
    actions: readonly MessageAction[],
  ): void {
    // Notifications make links, and so commands, of `[text](target)`.
    const message = plainSentence(text, longestMessage);
    void show(message, ...actions.map(({ label }) => label)).then(async answer => {
      const action = actions.find(({ label }) => label === answer);
      if (action) {
        await this.guard(action.label, () => action.run());
      }
    });
  }
}

async function sentenceOf(error: unknown): Promise<string> {
  if (error instanceof StorageError) {
    const { storageErrorSentence } = await import('../../display/storageErrorSentence');
    return storageErrorSentence(error);
  }
  return t(
    'Something went wrong in Telnyx Room Tokens. Try again, or see the log for what failed.',
  );
}
