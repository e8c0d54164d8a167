import { clientTokenTtl, parseClientTokenTtl } from '../../core/rooms/clientTokenTtl';
import { askText, errorMessage } from './askText';
import type { back } from './frameInput';
import type { StepPosition } from './steps';

const bounds = `${clientTokenTtl.minimum} to ${clientTokenTtl.maximum}`;

/** Asks how long the next client token shall live, in seconds. */
export async function askTtl(
  title: string,
  suggestion: number,
  position: StepPosition,
): Promise<number | typeof back | undefined> {
  const text = await askText({
    title,
    prompt: `TTL of the client token in seconds, ${bounds}`,
    placeholder: String(clientTokenTtl.default),
    value: String(suggestion),
    position,
    validate: text =>
      parseClientTokenTtl(text) === undefined
        ? errorMessage(`The TTL is a whole number of seconds from ${bounds}.`)
        : undefined,
  });
  return typeof text === 'string' ? parseClientTokenTtl(text) : text;
}
