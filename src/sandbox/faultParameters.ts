import { faultStatuses, type Fault } from './faults';
import { integerWithin, invalidValue, isJsonObject, type JsonObject } from './parameters';

const longestDelay = 10 * 60_000;
const largestSkew = 10 * 365 * 86_400_000;
const longestLife = 365 * 86_400;

/** The fault that a JSON value describes; throws 422 with a pointer to what is wrong with it. */
export function faultFrom(value: unknown): Fault {
  if (!isJsonObject(value)) {
    throw invalidValue({ pointer: '/fault' }, 'an object with a kind, or null');
  }
  const fault = knownFault(value);
  // A misspelt option would otherwise go unnoticed.
  const unknown = Object.keys(value).find(key => !(key in fault));
  if (unknown !== undefined) {
    throw invalidValue({ pointer: `/fault/${unknown}` }, `absent from the fault "${fault.kind}"`);
  }
  return fault;
}

function knownFault(value: JsonObject): Fault {
  const kind = value['kind'];
  switch (kind) {
    case 'delay':
      return { kind, milliseconds: integer(value, 'milliseconds', 0, longestDelay) };
    case 'clockSkew':
      return { kind, milliseconds: integer(value, 'milliseconds', -largestSkew, largestSkew) };
    case 'tokenLife':
      return { kind, seconds: integer(value, 'seconds', -longestLife, longestLife) };
    case 'status':
      return {
        kind,
        status: oneOf(value, 'status', faultStatuses),
        ...('retryAfterSeconds' in value && {
          retryAfterSeconds: integer(value, 'retryAfterSeconds', 0, 86_400),
        }),
      };
    case 'html':
      return 'status' in value ? { kind, status: oneOf(value, 'status', [200, 502]) } : { kind };
    case 'redirect':
      return { kind, location: headerText(value, 'location') };
    case 'reset':
    case 'empty':
    case 'truncatedJson':
    case 'missingFields':
    case 'hugeBody':
    case 'markup':
      return { kind };
    default:
      throw invalidValue({ pointer: '/fault/kind' }, 'the kind of a fault');
  }
}

function integer(value: JsonObject, name: string, minimum: number, maximum: number): number {
  return integerWithin(value[name], { minimum, maximum }, { pointer: `/fault/${name}` });
}

function oneOf<T extends number>(value: JsonObject, name: string, choices: readonly T[]): T {
  const choice = choices.find(candidate => candidate === value[name]);
  if (choice === undefined) {
    throw invalidValue({ pointer: `/fault/${name}` }, `one of ${choices.join(', ')}`);
  }
  return choice;
}

function headerText(value: JsonObject, name: string): string {
  const text = value[name];
  if (typeof text !== 'string' || !/^[\x21-\x7e]{1,2048}$/.test(text)) {
    throw invalidValue({ pointer: `/fault/${name}` }, 'a URL');
  }
  return text;
}
