import { parseRoomId } from '../../core/rooms/roomId';
import { t } from '../../display/l10n';
import { askText, errorMessage } from './askText';
import type { back } from './frameInput';
import type { StepPosition } from './steps';

const expectation = t(
  'A room ID is a UUID such as 9e2a0cbe-ce66-411e-a1ac-468f0b103c9a. Copy it from Telnyx or from your code.',
);

/** Asks for a room id; what comes back is a lower-case UUID. */
export async function askRoomId(
  title: string,
  position?: StepPosition,
): Promise<string | typeof back | undefined> {
  const text = await askText({
    title,
    prompt: t('Room ID'),
    placeholder: '00000000-0000-0000-0000-000000000000',
    ...(position && { position }),
    validate: text => (parseRoomId(text) === undefined ? errorMessage(expectation) : undefined),
  });
  return typeof text === 'string' ? parseRoomId(text) : text;
}
