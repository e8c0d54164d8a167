import { parseTtl, type TtlBounds } from '../../core/rooms/tokenTtl';
import type { TokenKind } from '../../core/tokens/tokenKind';
import { t } from '../../display/l10n';
import { askText, errorMessage } from './askText';
import type { back } from './frameInput';
import type { StepPosition } from './steps';

/** What the question for any TTL says. */
export interface AnyTtlQuestion {
  readonly title: string;
  readonly token: TokenKind;
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
  const { minimum, maximum } = bounds;
  const text = await askText({
    title,
    prompt:
      token === 'client'
        ? t`TTL of the client token in seconds, ${minimum} to ${maximum}`
        : t`TTL of the refresh token in seconds, ${minimum} to ${maximum}`,
    placeholder: String(bounds.default),
    value: String(suggestion),
    position,
    validate: text =>
      parseTtl(text, bounds) === undefined
        ? errorMessage(t`The TTL is a whole number of seconds from ${minimum} to ${maximum}.`)
        : undefined,
  });
  return typeof text === 'string' ? parseTtl(text, bounds) : text;
}
