import type { LaunchArgumentsProblem } from '../../core/launch/launchArguments';
import { t } from '../l10n';
import { plainText } from '../plainText';

/** What is wrong with the `args` of an input, and what to write instead. */
export function launchArgumentsSentence(problem: LaunchArgumentsProblem): string {
  switch (problem.kind) {
    case 'notAnObject':
      // Translators: args, "room" and "minValidSeconds" are written so in launch.json.
      return t(
        'The args of an input for Telnyx tokens must be an object such as { "room": "stand-up", "minValidSeconds": 60 }.',
      );
    case 'unknownMember':
      return t`The args of an input for Telnyx tokens have no member "${plainText(problem.name, 40)}": write "room" or "minValidSeconds".`;
    case 'room':
      return t(
        'The "room" of an input for Telnyx tokens must be the ID or the name of a room, as text.',
      );
    case 'minValidSeconds':
      return t(
        'The "minValidSeconds" of an input for Telnyx tokens must be a number from 0 to 3600.',
      );
  }
}
