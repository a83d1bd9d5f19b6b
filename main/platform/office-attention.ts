/** Runs in the main process: keeps tray and notifications in step with the company. */
import type { Language, SyncStatus } from '../../preload/contract/views';
import type { View } from '../../preload/contract/events';
import type { Company } from '../company/company';
import { knownText } from '../log/catalogue';
import { describe } from '../log/problem-text';
import type { Logger } from '../ports';
import type { Notifications } from './notifications';
import { createOfficeAlerts, type Alert } from './office-alerts';
import type { AppTray } from './tray';

/** Changes of these may be news for the tray or the office. */
const ATTENTION_AREAS: ReadonlySet<string> = new Set(['queue', 'log', 'integrations']);

export interface OfficeAttentionParts {
  readonly company: Company;
  readonly tray: AppTray;
  readonly notifications: Notifications;
  readonly language: () => Language;
  /** Whether the office wants notifications. */
  readonly wanted: () => boolean;
  readonly openAt: (view: View) => void;
  readonly logger: Logger;
}

export interface OfficeAttention {
  /** Shows what is known already in another language. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

/** Reads how the company is doing, and follows it until it is stopped. */
export async function followCompany(parts: OfficeAttentionParts): Promise<OfficeAttention> {
  const { company, tray } = parts;
  const first = await company.calls['overview:get'](undefined);
  const alerts = createOfficeAlerts(first.attention);
  let status: SyncStatus = first.sync;
  let blockedDocuments = first.queue.blocked;

  const showTray = (): void => {
    const { connection, pausedByUser } = status;
    tray.show({ connection, pausedByUser, blockedDocuments }, parts.language());
  };
  const notify = (alert: Alert | null): void => {
    if (alert !== null && parts.wanted()) parts.notifications.show(noticeOf(alert, status, parts));
  };
  const read = async (): Promise<void> => {
    const { queue, attention } = await company.calls['overview:get'](undefined);
    blockedDocuments = queue.blocked;
    showTray();
    notify(alerts.ofAttention(attention));
  };
  const readSoon = oneReadAtATime(read, (error) => parts.logger.bug('tray', error));

  showTray();
  const stops = [
    company.on('sync:status', (next) => {
      status = next;
      showTray();
      notify(alerts.ofStatus(next));
    }),
    company.on('data:changed', ({ areas }) => {
      if (areas.some((area) => ATTENTION_AREAS.has(area))) readSoon();
    }),
  ];
  return { refresh: showTray, stop: () => stops.forEach((stop) => stop()) };
}

function noticeOf(alert: Alert, status: SyncStatus, { language, openAt }: OfficeAttentionParts) {
  const inLanguage = language();
  if (alert.about === 'link') {
    const { message, action } = describe(alert.problem, status.administrationName ?? '');
    return {
      title: knownText('notifications.link')[inLanguage],
      body: [message[inLanguage], action?.[inLanguage]].filter(Boolean).join(' '),
      onClick: () => openAt('integrations'),
    };
  }
  const { newest, count } = alert;
  return count === 1
    ? { title: newest.record, body: newest.message[inLanguage], onClick: () => openAt('log') }
    : {
        title: knownText('notifications.several', { count })[inLanguage],
        body: newest.message[inLanguage],
        onClick: () => openAt('log'),
      };
}

/** A pull tells of every page: while one read goes on, all that is told makes one more read after it. */
function oneReadAtATime(read: () => Promise<void>, onBug: (error: unknown) => void): () => void {
  let reading = false;
  let again = false;
  const start = (): void => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    read()
      .catch(onBug)
      .finally(() => {
        reading = false;
        if (!again) return;
        again = false;
        start();
      });
  };
  return start;
}
