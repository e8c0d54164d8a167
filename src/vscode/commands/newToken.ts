import type { RoomIdentity } from '../../core/rooms/roomIdentity';
import { askNewToken } from '../prompts/askNewToken';
import type { Services } from '../services';
import { apiKeyFor } from './apiKeyFor';
import { roomOfArgument } from './chooseRoom';
import { currentBaseUrl } from './currentBaseUrl';
import { mayBeAsked } from './mayBeAsked';
import { runGenerate } from './runGenerate';

/** `Telnyx: New Room Token…`: room and TTLs, then the first pair of tokens, made with the API key. */
export async function newToken(services: Services, argument: unknown): Promise<void> {
  const room: RoomIdentity | undefined = roomOfArgument(services, argument)?.record;
  const baseUrl = room?.baseUrl ?? currentBaseUrl(services);
  if (baseUrl === undefined || !(await mayBeAsked(services, room ?? { baseUrl, sandbox: false }))) {
    return;
  }
  await services.ahead.during(async ahead => {
    ahead.to(baseUrl);
    const apiKey = await apiKeyFor(services, baseUrl);
    if (apiKey === undefined) {
      return;
    }
    const start = { call: { baseUrl, apiKey }, ...(room && { room }) };
    const request = await askNewToken(services, start, ahead);
    if (request) {
      await runGenerate(services, request);
    }
  });
}
