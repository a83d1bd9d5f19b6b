/** Runs in the main process: messages of the operating system. */
import { Notification } from 'electron';
import type { Logger } from '../ports';
import { resourceFile } from './resources';

export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly onClick: () => void;
}

export interface Notifications {
  /** Shows it where the desktop can (false: it cannot); what it says stands in the app's own screens as well. */
  readonly show: (notice: Notice) => boolean;
}

export function createNotifications(logger: Logger): Notifications {
  // The system keeps a notice as long as it shows it; one that is collected here would lose its click.
  const shown = new Set<Notification>();

  return {
    show: ({ title, body, onClick }) => {
      if (!Notification.isSupported()) return false;
      const notification = new Notification({ title, body, icon: resourceFile('icons', 'app-256.png') });
      const forget = (): void => void shown.delete(notification);
      notification.on('click', () => {
        forget();
        onClick();
      });
      notification.on('close', forget);
      notification.on('failed', (_event, error) => {
        forget();
        logger.warn('notifications', 'not shown', { error });
      });
      shown.add(notification);
      notification.show();
      return true;
    },
  };
}
