import { ProgressLocation, window } from 'vscode';
import type { ExpiryReminder, Reminder } from '../../core/rooms/expiryReminder';
import { t } from '../../display/l10n';
import { roomTitle } from '../../display/roomTitle';
import { localTime } from '../../display/timeText';
import { commandIds, type CommandId } from '../commands/commandIds';

/**
 * Says that a client token ends soon. A progress notification is the only one that VS Code lets an
 * extension close again, so that it can go when its cause does; its buttons are links therefore.
 */
export function showExpiryReminders(reminder: ExpiryReminder): { dispose(): void } {
  const open = new Map<string, () => void>();
  const subscription = reminder.onDidChange(change => {
    if (change.kind === 'gone') {
      open.get(change.key)?.();
      open.delete(change.key);
    } else {
      open.set(change.room.key, show(change));
    }
  });
  return {
    dispose() {
      subscription.dispose();
      open.forEach(close => close());
    },
  };
}

/** Shows a reminder; the answer closes it. */
function show({ room, expiresAt }: Extract<Reminder, { kind: 'due' }>): () => void {
  let close: () => void = () => undefined;
  const closed = new Promise<void>(resolve => (close = resolve));
  const { key, record } = room;
  const links = [
    link(t('Refresh'), commandIds.refreshToken, key),
    link(t('Turn On Auto-Refresh'), commandIds.turnOnAutoRefresh, key),
    link(t("Don't Show Again"), commandIds.stopReminders),
  ];
  const end = localTime(expiresAt, expiresAt);
  // A bracket left open in the name would make a link of all that follows, up to the next one.
  const name = roomTitle(record).replaceAll('[', '(');
  // Translators: {1} is a time such as 12:24:55.
  const title = `${t`The client token of room ${name} ends ${end}.`} ${links.join(' | ')}`;
  void window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, cancellation) => {
      cancellation.onCancellationRequested(close);
      // A bar that stands still: nothing is going on.
      progress.report({ increment: 0 });
      return closed;
    },
  );
  return close;
}

function link(label: string, command: CommandId, ...args: readonly string[]): string {
  const query = args.length === 0 ? '' : `?${encodeURIComponent(JSON.stringify(args))}`;
  return `[${label}](command:${command}${query})`;
}
