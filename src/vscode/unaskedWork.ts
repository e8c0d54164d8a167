import { Disposable } from 'vscode';
import { EnvLinks } from '../core/envFiles/envLinks';
import { needsCare } from '../core/rooms/needsCare';
import type { LazyServices, Start } from './services';
import { preferences } from './settings';

/**
 * Loads the services as soon as they have something to do that nobody asks for: a room to keep fresh or
 * to remind of, a file to write.
 */
export function startUnaskedWork(
  services: LazyServices,
  { clocks, core: { rooms }, logger, workspaceState }: Start,
): Disposable {
  const hasWork = () => {
    const wanted = {
      autoRefresh: preferences.autoRefresh(),
      reminders: preferences.notifyBeforeExpiry() > 0,
    };
    return (
      rooms.all().some(room => needsCare(room, wanted, clocks.now(room.record.baseUrl))) ||
      new EnvLinks(workspaceState).all().length > 0
    );
  };
  const look = () => {
    if (services.loaded === undefined && hasWork()) {
      services.load().catch((error: unknown) => {
        logger.warn(
          `Rooms can't be looked after: ${error instanceof Error ? error.name : 'error'}`,
        );
      });
    }
  };
  look();
  return Disposable.from(rooms.onDidChange(look), preferences.onDidChange(look));
}
