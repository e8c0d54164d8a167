import { requireApiKey } from './apiKey';
import type { Backend, Call } from './call';
import { ApiError } from './errorEnvelope';
import { invalidValue, optionalInteger, queryInteger, type JsonObject } from './parameters';
import type { Reply } from './reply';

/** `GET /rooms`: a page of rooms, all of them or those of one name. */
export function listRooms(call: Call, backend: Backend): Reply {
  requireApiKey(call.authorization, backend.apiKey);
  const number = queryInteger(call.query, 'page[number]', {
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
    default: 1,
  });
  const size = queryInteger(call.query, 'page[size]', { minimum: 1, maximum: 250, default: 20 });
  const rooms = backend.rooms.list(call.query.get('filter[unique_name]'));
  return {
    status: 200,
    body: {
      data: rooms.slice((number - 1) * size, number * size),
      meta: {
        page_number: number,
        page_size: size,
        total_pages: Math.ceil(rooms.length / size),
        total_results: rooms.length,
      },
    },
  };
}

/** `POST /rooms`: a new room; options that the sandbox has no use for are ignored. */
export function createRoom(call: Call, backend: Backend): Reply {
  requireApiKey(call.authorization, backend.apiKey);
  const body = call.body();
  const room = backend.rooms.create(
    {
      uniqueName: uniqueNameIn(body),
      maxParticipants: optionalInteger(body, 'max_participants', {
        minimum: 1,
        maximum: Number.MAX_SAFE_INTEGER,
        default: 10,
      }),
      enableRecording: enableRecordingIn(body),
    },
    call.stampedAt,
  );
  if (!room) {
    throw new ApiError(422, '10012', 'There is a room with this unique name already.', {
      source: { pointer: '/unique_name' },
    });
  }
  return { status: 201, body: { data: room } };
}

function uniqueNameIn(body: JsonObject): string | undefined {
  const name = body['unique_name'];
  if (name !== undefined && (typeof name !== 'string' || name === '')) {
    throw invalidValue({ pointer: '/unique_name' }, 'a string that is not empty');
  }
  return name;
}

function enableRecordingIn(body: JsonObject): boolean {
  const value = body['enable_recording'] ?? false;
  if (typeof value !== 'boolean') {
    throw invalidValue({ pointer: '/enable_recording' }, 'true or false');
  }
  return value;
}
