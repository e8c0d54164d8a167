import type { IncomingMessage } from 'node:http';
import { ApiError } from './errorEnvelope';
import { isJsonObject, type JsonObject } from './parameters';

/** Largest request body that the sandbox accepts, in bytes. */
const maximumBodyBytes = 64 * 1024;

/** The body of a request as it arrived. */
export interface RequestBody {
  /** At most {@link maximumBodyBytes} of it. */
  readonly text: string;
  readonly tooLarge: boolean;
  readonly contentType: string | undefined;
}

/**
 * Reads a body to its end, keeping no more than the cap. The rest is read and dropped instead of
 * cutting the connection, so that a client gets to see the 413. Rejects when the client goes away.
 */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (bytes < maximumBodyBytes) {
      kept.push(chunk.subarray(0, maximumBodyBytes - bytes));
    }
    bytes += chunk.length;
  }
  return {
    text: Buffer.concat(kept).toString('utf8'),
    tooLarge: bytes > maximumBodyBytes,
    contentType: request.headers['content-type'],
  };
}

/** The JSON object in a body, `{}` for an empty one; throws 400 or 413 when there is none. */
export function jsonObjectIn(body: RequestBody): JsonObject {
  if (body.tooLarge) {
    throw new ApiError(413, '10015', `The body must not exceed ${maximumBodyBytes} bytes.`);
  }
  if (body.text === '') {
    return {};
  }
  if (!/^application\/json\s*(;|$)/i.test(body.contentType ?? '')) {
    throw new ApiError(400, '10015', 'The content type must be application/json.');
  }
  const value = parseJson(body.text);
  if (!isJsonObject(value)) {
    throw new ApiError(400, '10015', 'The body must be a JSON object.');
  }
  return value;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
