import {
  CancellationError,
  LanguageModelTextPart,
  LanguageModelToolResult,
  type CancellationToken,
} from 'vscode';
import { ProgramError } from '../../core/programs/programError';
import type { Logger } from '../../core/logger';
import { problemAnswer } from '../../display/agents/agentAnswers';
import { unexpectedProblem } from '../programs/unexpectedProblem';
import { settings } from '../settings';

/**
 * What a tool answers: text, also where it failed. An error would be shown with a stack, and VS Code
 * would log it with the tool's input.
 *
 * @throws {CancellationError} when the call was cancelled.
 */
export async function answer(
  logger: Logger,
  token: CancellationToken,
  work: (signal: AbortSignal) => string | Promise<string>,
): Promise<LanguageModelToolResult> {
  const abort = new AbortController();
  const subscription = token.onCancellationRequested(() => abort.abort());
  let text: string;
  try {
    assertWanted();
    text = await work(abort.signal);
  } catch (error) {
    text = problemAnswer(error instanceof ProgramError ? error : unexpectedProblem(logger, error));
  } finally {
    subscription.dispose();
  }
  if (token.isCancellationRequested) {
    throw new CancellationError();
  }
  return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
}

/**
 * The setting decides what VS Code offers, but it takes calls of what it does not offer.
 *
 * @throws {ProgramError} where the user wants no tools.
 */
function assertWanted(): void {
  if (!settings.agentTools()) {
    throw new ProgramError(
      'failed',
      'The user has turned these tools off (telnyxRooms.agentTools), and can turn them on again.',
    );
  }
}
