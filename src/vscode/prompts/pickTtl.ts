import { window, type QuickPickItem } from 'vscode';
import type { TtlBounds } from '../../core/rooms/tokenTtl';
import type { TokenKind } from '../../core/tokens/tokenKind';
import { durationText } from '../../display/durationText';
import { t } from '../../display/l10n';
import { askTtl } from './askTtl';
import { back, frameInput } from './frameInput';
import { pickRow } from './pickRow';
import type { StepPosition } from './steps';

/** What the question for a TTL says. */
export interface TtlQuestion {
  readonly title: string;
  readonly token: TokenKind;
  readonly bounds: TtlBounds;
  /** What is offered beside the suggestion, in seconds. */
  readonly presets: readonly number[];
  /** In seconds; stands first. */
  readonly suggestion: number;
  readonly position: StepPosition;
}

interface TtlItem extends QuickPickItem {
  /** Absent on the row that asks for another one. */
  readonly seconds?: number;
}

/** Asks for a TTL in seconds: one of a few, or any within the bounds. */
export async function pickTtl(question: TtlQuestion): Promise<number | typeof back | undefined> {
  for (;;) {
    const item = await pick(question);
    if (item === undefined || item === back) {
      return item;
    }
    if (item.seconds !== undefined) {
      return item.seconds;
    }
    const { position } = question;
    const entered = await askTtl({ ...question, position: { ...position, canGoBack: true } });
    if (entered !== back) {
      return entered;
    }
  }
}

async function pick({
  title,
  token,
  bounds,
  presets,
  suggestion,
  position,
}: TtlQuestion): Promise<TtlItem | typeof back | undefined> {
  const input = window.createQuickPick<TtlItem>();
  frameInput(input, title, position);
  input.placeholder =
    token === 'client'
      ? t('How long shall the client token live?')
      : t('How long shall the refresh token live?');
  const choices = [...new Set([suggestion, ...presets])];
  input.items = [
    ...choices.map(seconds => ({ label: durationText(seconds), seconds })),
    {
      // Translators: another time than those of the other rows.
      label: t('Other…'),
      // Translators: the shortest and the longest time, such as 10 s and 1 h.
      description: t`${durationText(bounds.minimum)} to ${durationText(bounds.maximum)}`,
      alwaysShow: true,
    },
  ];
  return pickRow(input);
}
