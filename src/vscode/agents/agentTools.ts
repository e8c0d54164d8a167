import { Disposable, lm } from 'vscode';
import type { RoomView } from '../../core/rooms/roomList';
import { settings } from '../settings';
import { agentTools, type AgentServices } from './tools';

/**
 * Registers the tools for agents, as long as there is a room and the setting is on. Editors that are
 * built on VS Code may have no `lm`; there is nothing to do there.
 */
export function registerAgentTools(
  services: Omit<AgentServices, 'rooms'> & { readonly rooms: RoomView },
): Disposable {
  const registerTool = (lm as Partial<typeof lm> | undefined)?.registerTool;
  if (registerTool === undefined) {
    return new Disposable(() => undefined);
  }
  let registered: Disposable | undefined;
  const update = () => {
    const wanted = services.rooms.all().length > 0 && settings.agentTools();
    if (wanted && registered === undefined) {
      const tools = Object.entries(agentTools(services));
      registered = Disposable.from(...tools.map(([name, tool]) => registerTool(name, tool)));
    } else if (!wanted) {
      registered?.dispose();
      registered = undefined;
    }
  };
  update();
  return Disposable.from(
    services.rooms.onDidChange(({ kind }) => kind === 'list' && update()),
    settings.onDidChange('agentTools')(update),
    new Disposable(() => void registered?.dispose()),
  );
}
