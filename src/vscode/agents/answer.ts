import {
  CancellationError,
  LanguageModelTextPart,
  LanguageModelToolResult,
  type CancellationToken,
} from 'vscode';
import { ProgramError } from '../../core/programs/programError';
import type { Logger } from '../../core/logger';
import { unexpectedProblem } from '../programs/unexpectedProblem';
import { loadAnswers, type AgentAnswers } from './loadAnswers';

/**
 * What a tool answers: text, also where it failed. An error would be shown with a stack, and VS Code
 * would log it with the tool's input.
 *
 * @throws {CancellationError} when the call was cancelled.
 */
export async function answer(
  logger: Logger,
  token: CancellationToken,
  work: (answers: AgentAnswers, signal: AbortSignal) => string | Promise<string>,
): Promise<LanguageModelToolResult> {
  const answers = await loadAnswers();
  const abort = new AbortController();
  const subscription = token.onCancellationRequested(() => abort.abort());
  let text: string;
  try {
    text = await work(answers, abort.signal);
  } catch (error) {
    text = answers.problemAnswer(
      error instanceof ProgramError ? error : unexpectedProblem(logger, error),
    );
  } finally {
    subscription.dispose();
  }
  if (token.isCancellationRequested) {
    throw new CancellationError();
  }
  return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
}
