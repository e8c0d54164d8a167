import { Disposable, lm, type LanguageModelTool } from 'vscode';
import type { RoomView } from '../../core/rooms/roomList';
import { loadOnce } from '../../core/loadOnce';
import type { LazyServices } from '../lazyServices';
import { settings } from '../settings';
import type { ToolName } from './tools';

/** As the manifest contributes them. */
const toolNames: readonly ToolName[] = [
  'telnyx_rooms_list',
  'telnyx_room_token_status',
  'telnyx_room_token_refresh',
];

/**
 * Registers the tools for agents, as long as there is a room and the setting is on. Editors that are
 * built on VS Code may have no `lm`; there is nothing to do there.
 */
export function registerAgentTools(rooms: RoomView, services: LazyServices): Disposable {
  const registerTool = (lm as Partial<typeof lm> | undefined)?.registerTool;
  if (registerTool === undefined) {
    return new Disposable(() => undefined);
  }
  const tools = lazyTools(services);
  let registered: Disposable | undefined;
  const update = () => {
    const wanted = rooms.all().length > 0 && settings.agentTools();
    if (wanted && registered === undefined) {
      registered = Disposable.from(...tools.map(([name, tool]) => registerTool(name, tool)));
    } else if (!wanted) {
      registered?.dispose();
      registered = undefined;
    }
  };
  update();
  return Disposable.from(
    rooms.onDidChange(({ kind }) => kind === 'list' && update()),
    settings.onDidChange('agentTools')(update),
    new Disposable(() => void registered?.dispose()),
  );
}

/** Tools that are loaded when the first one is called. */
function lazyTools(
  services: LazyServices,
): readonly (readonly [ToolName, LanguageModelTool<unknown>])[] {
  const load = loadOnce(async () => {
    const { agentTools } = await import('./tools');
    return agentTools(await services.load());
  });
  return toolNames.map(name => [
    name,
    {
      invoke: async (options, token) => (await load())[name].invoke(options, token),
      prepareInvocation: async (options, token) =>
        (await load())[name].prepareInvocation?.(options, token),
    },
  ]);
}
