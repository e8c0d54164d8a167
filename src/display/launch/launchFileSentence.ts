import type { LaunchFileProblem, LaunchFileReason } from '../../core/launchFile/launchFile';

/** Why a `launch.json` can't be changed, where, and what to do about it. */
export function launchFileSentence({ line, column, reason }: LaunchFileProblem): string {
  return `launch.json can't be changed: line ${line}, column ${column}: ${reasonText(reason)}. Correct it and try again.`;
}

function reasonText(reason: LaunchFileReason): string {
  switch (reason.kind) {
    case 'syntax':
      // The parser's names are words: `CommaExpected`.
      return reason.code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
    case 'notAnObject':
      return `the ${reason.what} must be an object`;
    case 'notAList':
      return `"${reason.what}" must be a list`;
  }
}
