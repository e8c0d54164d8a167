import { parseTtl, type TtlBounds } from '../../core/rooms/tokenTtl';
import { askText, errorMessage } from './askText';
import type { back } from './frameInput';
import type { StepPosition } from './steps';

/** What the question for any TTL says. */
export interface AnyTtlQuestion {
  readonly title: string;
  /** For example `client token`. */
  readonly token: string;
  readonly bounds: TtlBounds;
  /** In seconds. */
  readonly suggestion: number;
  readonly position: StepPosition;
}

/** Asks how long a token shall live, in seconds. */
export async function askTtl({
  title,
  token,
  bounds,
  suggestion,
  position,
}: AnyTtlQuestion): Promise<number | typeof back | undefined> {
  const range = `${bounds.minimum} to ${bounds.maximum}`;
  const text = await askText({
    title,
    prompt: `TTL of the ${token} in seconds, ${range}`,
    placeholder: String(bounds.default),
    value: String(suggestion),
    position,
    validate: text =>
      parseTtl(text, bounds) === undefined
        ? errorMessage(`The TTL is a whole number of seconds from ${range}.`)
        : undefined,
  });
  return typeof text === 'string' ? parseTtl(text, bounds) : text;
}
