import { MarkdownString, type LanguageModelTool } from 'vscode';
import type { RoomDetailsReader } from '../../core/rooms/roomDetails';
import {
  chosenRoom,
  inputProblem,
  problemAnswer,
  refreshedAnswer,
  refreshQuestion,
  roomsAnswer,
  statusAnswer,
} from '../../display/agents/agentAnswers';
import { t } from '../../display/l10n';
import type { ProgramServices } from '../programs/refreshForProgram';
import { settings } from '../settings';
import { answer } from './answer';

/** What the tools work with. */
export type AgentServices = ProgramServices & { readonly details: RoomDetailsReader };

/** What a tool is called in the manifest. */
export type ToolName =
  'telnyx_rooms_list' | 'telnyx_room_token_status' | 'telnyx_room_token_refresh';

/** The tools for agents, by the names that the manifest contributes. */
export type AgentTools = Readonly<Record<ToolName, LanguageModelTool<unknown>>>;

/** What the tools do. Inputs come unchecked. */
export function agentTools(services: AgentServices): AgentTools {
  const { clocks, details, logger, rooms } = services;
  return {
    telnyx_rooms_list: {
      invoke: ({ input }, token) =>
        answer(logger, token, () => {
          const message = inputProblem(input);
          return message === undefined
            ? roomsAnswer(rooms.all(), ({ record }) => clocks.now(record.baseUrl))
            : problemAnswer({ code: 'invalidArgument', message });
        }),
    },
    telnyx_room_token_status: {
      invoke: ({ input }, token) =>
        answer(logger, token, async () => {
          const chosen = chosenRoom(rooms.all(), input);
          if (!chosen.ok) {
            return problemAnswer(chosen.problem);
          }
          const { room } = chosen;
          return statusAnswer(room, await details.read(room), clocks.now(room.record.baseUrl));
        }),
    },
    telnyx_room_token_refresh: {
      async prepareInvocation({ input }) {
        const { programTtl } = await loadRefresh();
        const chosen = chosenRoom(rooms.all(), input);
        return {
          invocationMessage: t('Refreshing the client token of a Telnyx room'),
          // Where nothing will be sent, there is nothing to ask.
          ...(chosen.ok &&
            settings.agentTools() && {
              confirmationMessages: {
                title: t('Refresh the client token of a Telnyx room?'),
                // Appended, a room's name can't be Markdown.
                message: new MarkdownString().appendText(
                  refreshQuestion(chosen.room, programTtl(chosen.room)),
                ),
              },
            }),
        };
      },
      invoke: ({ input }, token) =>
        answer(logger, token, async signal => {
          const chosen = chosenRoom(rooms.all(), input);
          if (!chosen.ok) {
            return problemAnswer(chosen.problem);
          }
          const { refreshForProgram } = await loadRefresh();
          const room = await refreshForProgram(services, chosen.room, signal);
          return refreshedAnswer(room, clocks.now(room.record.baseUrl));
        }),
    },
  };
}

/** In a bundle of its own, with the sentences for all that can go wrong. */
function loadRefresh() {
  return import('../programs/refreshForProgram');
}
