import type { EnvLink } from '../../core/envFiles/envLink';
import type { EnvSync } from '../../core/envFiles/envSync';
import { envLinkRowId } from '../../display/envLinkRow';
import { rowIdOfArgument } from '../commands/commandArgument';

/** The link whose row a command was started on. The argument comes from whoever called it. */
export function linkOfArgument(
  envSync: Pick<EnvSync, 'all'>,
  argument: unknown,
): EnvLink | undefined {
  const rowId = rowIdOfArgument(argument);
  return envSync.all().find(link => envLinkRowId(link) === rowId);
}
