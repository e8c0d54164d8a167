import { lm, type Disposable, type LanguageModelTool } from 'vscode';
import type { AgentTools, ToolName } from './tools';

/** As the manifest contributes them. */
const toolNames: readonly ToolName[] = [
  'telnyx_rooms_list',
  'telnyx_room_token_status',
  'telnyx_room_token_refresh',
];

/**
 * Registers the tools for agents; what they do is loaded when the first one is called. VS Code offers
 * them where the manifest says so, and wants them as soon as it has activated the extension for one.
 * Editors that are built on VS Code may have no `lm`; there is nothing to do there.
 */
export function registerAgentTools(load: () => Promise<AgentTools>): readonly Disposable[] {
  const registerTool = (lm as Partial<typeof lm> | undefined)?.registerTool;
  return registerTool === undefined
    ? []
    : toolNames.map(name =>
        registerTool(
          name,
          lazyTool(async () => (await load())[name]),
        ),
      );
}

function lazyTool(load: () => Promise<LanguageModelTool<unknown>>): LanguageModelTool<unknown> {
  return {
    invoke: async (options, token) => (await load()).invoke(options, token),
    prepareInvocation: async (options, token) => (await load()).prepareInvocation?.(options, token),
  };
}
