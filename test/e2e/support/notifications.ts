import { errors, type Locator, type Page } from 'playwright-core';
import { readElements } from './readElements';
import { waitUntil } from './waitUntil';

/** A message in the corner of the window. */
export interface Notification {
  readonly severity: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly buttons: readonly string[];
}

const toastSelector = '.notifications-toasts .notification-list-item';
const buttonSelector = '.notification-list-item-buttons-container .monaco-button';

/** How long one attempt to close a message may take, in milliseconds. */
const closeTimeout = 1_000;

/** The messages that the window shows now; VS Code hides one without buttons after some seconds. */
export class Notifications {
  constructor(private readonly page: Page) {}

  /** The messages in sight, the newest first. */
  async read(): Promise<Notification[]> {
    const toasts = this.page.locator(toastSelector);
    const shown = await readElements(toasts, {
      text: ['.notification-list-item-message'],
      icon: ['.notification-list-item-icon', 'className'],
      buttons: ['.notification-list-item-buttons-container'],
    });
    return shown.map(({ text, icon, buttons }) => ({
      text,
      severity: icon.includes('codicon-error')
        ? 'error'
        : icon.includes('codicon-warning')
          ? 'warning'
          : 'info',
      buttons: buttons.split('\n').filter(label => label !== ''),
    }));
  }

  /** Resolves to the first message with this text, or a matching one, when it is in sight. */
  async waitFor(text: string | RegExp): Promise<Notification> {
    const isMeant = (notification: Notification): boolean =>
      typeof text === 'string' ? notification.text === text : text.test(notification.text);
    const notifications = await waitUntil(
      () => this.read(),
      (found): found is [Notification] => found.some(isMeant),
      `a message "${String(text)}"`,
    );
    return notifications.find(isMeant) ?? notifications[0];
  }

  /** Clicks a button of a message: of the newest one that has a button with this label. */
  async click(label: string): Promise<void> {
    await this.page
      .locator(`${toastSelector} ${buttonSelector}`)
      .getByText(label, { exact: true })
      .first()
      .click();
  }

  /** Clicks a link in the text of a message: of the newest one that has a link with this label. */
  async clickLink(label: string): Promise<void> {
    await this.page
      .locator(`${toastSelector} .notification-list-item-message a`)
      .getByText(label, { exact: true })
      .first()
      .click();
  }

  /** Closes every message, and resolves when none is in sight. */
  async clear(): Promise<void> {
    const toasts = this.page.locator(toastSelector);
    await waitUntil(
      async () => {
        if ((await toasts.count()) > 0) {
          await closeToast(toasts.first());
        }
        return this.read();
      },
      notifications => notifications.length === 0,
      'no message',
    );
    // The pointer leaves, so that no message that comes next is held in sight by it.
    await this.page.mouse.move(0, 0);
  }
}

/** Closes a message that is in sight; one that goes away by itself meanwhile is closed too. */
async function closeToast(toast: Locator): Promise<void> {
  try {
    // The button shows only while the pointer is over its message.
    await toast.hover({ timeout: closeTimeout });
    await toast.locator('.codicon-notifications-clear').click({ timeout: closeTimeout });
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) {
      throw error;
    }
  }
}
