import { commands } from 'vscode';
import type { ApiError } from '../../core/api/apiError';
import { roomKey } from '../../core/rooms/roomIdentity';
import type { RefreshRequest } from '../../core/rooms/roomTokens';
import { decodeToken } from '../../core/tokens/decodeToken';
import {
  apiErrorMessage,
  sandboxStoppedSentence,
  type Remedy,
} from '../../display/apiErrorSentence';
import { roomTitle } from '../../display/roomTitle';
import type { MessageAction } from '../messages/messages';
import type { Services } from '../services';
import { commandIds } from './commandIds';

const startSandbox = commandAction('Start the Sandbox', commandIds.trySandbox);

/** The ways to go on after a failed refresh that lead to another refresh. */
export interface WaysOn {
  /** Refreshes again. */
  again(request: RefreshRequest): Promise<unknown>;
  /** Asks for another refresh token, then refreshes. */
  withNewToken(): Promise<unknown>;
}

/** Says why a refresh failed, with a button for each thing that can be done about it. */
export async function showRefreshFailure(
  services: Services,
  request: RefreshRequest,
  error: ApiError,
  waysOn: WaysOn,
): Promise<void> {
  const { apiKeys, clock, messages, tokens } = services;
  const { room } = request;
  const refreshToken =
    request.refreshToken ?? (await tokens.token('refresh', roomKey(room)).catch(() => ''));
  const decoded = decodeToken(refreshToken);
  const { text, remedies } = apiErrorMessage(
    error,
    {
      roomTitle: roomTitle(room),
      roomId: room.id,
      ...(decoded.ok && { refreshToken: decoded.token }),
      hasApiKey: apiKeys.has(room.baseUrl),
      usedApiKey: request.apiKey !== undefined,
      sandbox: room.sandbox,
      host: new URL(room.baseUrl).host,
    },
    clock.now(),
  );
  messages.error(text, ...remedies.map(remedy => action(remedy, services, request, waysOn)));
}

/** Says that the sandbox of a room has ended, and offers another. */
export function showSandboxStopped({ messages }: Pick<Services, 'messages'>): void {
  messages.error(sandboxStoppedSentence, startSandbox);
}

/** The button for a remedy. What the user entered goes along, so nothing has to be entered twice. */
function action(
  remedy: Remedy,
  services: Services,
  request: RefreshRequest,
  waysOn: WaysOn,
): MessageAction {
  switch (remedy) {
    case 'tryAgain':
      return { label: 'Try Again', run: () => waysOn.again(request) };
    case 'tryWithApiKey':
      return { label: 'Try with API Key', run: () => tryWithApiKey(services, request, waysOn) };
    case 'enterRefreshToken':
      return { label: 'Enter Refresh Token', run: () => waysOn.withNewToken() };
    case 'setApiKey':
      return commandAction('Set API Key', commandIds.setApiKey);
    case 'trySandbox':
      return startSandbox;
    case 'showLog':
      return commandAction('Show Log', commandIds.showLog);
  }
}

async function tryWithApiKey(
  { apiKeys, messages }: Services,
  request: RefreshRequest,
  waysOn: WaysOn,
): Promise<void> {
  const { baseUrl } = request.room;
  const apiKey = await apiKeys.read(baseUrl);
  if (apiKey !== undefined) {
    await waysOn.again({ ...request, apiKey });
    return;
  }
  messages.error(
    `VS Code could no longer read the API key for ${new URL(baseUrl).host}, enter it again.`,
    commandAction('Set API Key', commandIds.setApiKey),
  );
}

function commandAction(label: string, command: string): MessageAction {
  return { label, run: async () => commands.executeCommand(command) };
}
