import { ApiError, type ErrorSource } from './errorEnvelope';

/** A JSON object from outside: nothing about its values is known. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Inclusive bounds of an integer parameter. */
export interface IntegerBounds {
  readonly minimum: number;
  readonly maximum: number;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** 422 with code 10027. */
export function invalidValue(source: ErrorSource, expectation: string): ApiError {
  return new ApiError(422, '10027', `The value must be ${expectation}.`, { source });
}

/** Tells a JSON object from arrays, null and everything else. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is an integer within the bounds; otherwise throws 422. */
export function integerWithin(value: unknown, bounds: IntegerBounds, source: ErrorSource): number {
  const { minimum, maximum } = bounds;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < minimum || value > maximum) {
    throw invalidValue(source, `an integer from ${minimum} to ${maximum}`);
  }
  return value;
}

/** An optional integer of a JSON body; throws 422 when it is present and out of bounds. */
export function optionalInteger(
  body: JsonObject,
  name: string,
  bounds: IntegerBounds & { readonly default: number },
): number {
  const value = body[name];
  return value === undefined
    ? bounds.default
    : integerWithin(value, bounds, { pointer: `/${name}` });
}

/** An optional integer of a query string; throws 422 when it is present and out of bounds. */
export function queryInteger(
  query: URLSearchParams,
  name: string,
  bounds: IntegerBounds & { readonly default: number },
): number {
  const text = query.get(name);
  if (text === null) {
    return bounds.default;
  }
  return integerWithin(/^\d+$/.test(text) ? Number(text) : undefined, bounds, { parameter: name });
}

/** The id of a room from the path, in lower case; throws 422 with code 10006 unless a UUID. */
export function roomIdFrom(segment: string): string {
  if (!uuid.test(segment)) {
    throw new ApiError(422, '10006', 'The room ID must be a UUID.', {
      source: { parameter: 'room_id' },
    });
  }
  return segment.toLowerCase();
}
