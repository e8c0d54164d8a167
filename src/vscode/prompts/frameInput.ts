import { QuickInputButtons, type QuickInput, type QuickInputButton } from 'vscode';
import type { StepPosition } from './steps';

/** The user wants the step before. */
export const back = Symbol('back');

/**
 * Gives an input its title, its place among the steps and its Back button, and keeps it open when
 * the window loses focus: people fetch what they paste from elsewhere.
 */
export function frameInput(
  input: QuickInput & { buttons: readonly QuickInputButton[] },
  title: string,
  position: StepPosition | undefined,
): void {
  input.title = title;
  input.ignoreFocusOut = true;
  if (position) {
    input.step = position.step;
    input.totalSteps = position.totalSteps;
    input.buttons = position.canGoBack ? [QuickInputButtons.Back] : [];
  }
}
