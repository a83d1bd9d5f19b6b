/** The words of a notification, and the screen that it opens. Pure. */
import type { Navigation } from '../../preload/contract/events';
import type { Language, SyncStatus } from '../../preload/contract/views';
import { knownText } from '../log/catalogue';
import { momentText } from '../log/moment-text';
import { describe } from '../log/problem-text';
import type { Cause } from './office-alerts';

export interface CauseNotice {
  readonly title: string;
  readonly body: string;
  readonly opens: Navigation;
}

/** Boxes of the archive queue, by the sentence of the message that asks. */
const QUEUE_BOX: Readonly<Record<string, string>> = {
  blocked: 'blocked',
  held: 'unsure',
  unsure: 'unsure',
  'still-asking': 'open',
  'waiting-long': 'waiting',
  'several-waiting-long': 'waiting',
  'pdf-held': 'pdfs',
  'pdf-waiting-long': 'booked',
  'several-pdfs-waiting-long': 'booked',
  'pdf-not-made': 'waiting',
};

/** As many as the systems show of a body. */
const MOST_LINES = 3;

/** One notice of all of them; there is at least one. */
export function noticeOf(causes: readonly Cause[], status: SyncStatus, language: Language, nowMs: number): CauseNotice {
  const [first, second] = causes.map((cause) => wordsOf(cause, status, language, nowMs));
  if (first === undefined) throw new Error('There is no cause to tell');
  if (second === undefined) return first;
  const titles = causes.map((cause) => wordsOf(cause, status, language, nowMs).title);
  return {
    title: knownText('notifications.several', { count: causes.length })[language],
    body: titles.slice(0, MOST_LINES).join('\n'),
    opens: { view: 'overview' },
  };
}

function wordsOf(cause: Cause, status: SyncStatus, language: Language, nowMs: number): CauseNotice {
  switch (cause.about) {
    case 'link': {
      const { message, action } = describe(cause.problem, status.administrationName ?? '');
      return {
        title: knownText('notifications.link')[language],
        body: [message[language], action?.[language]].filter(Boolean).join(' '),
        opens: { view: 'integrations', ...(status.package === null ? {} : { detail: status.package }) },
      };
    }
    case 'login-end': {
      const { end } = cause;
      const until = momentText(end.endsAtMs, nowMs);
      return {
        title: knownText('notifications.login-ends', { package: end.label, until })[language],
        body: knownText('log.login-ends.action')[language],
        opens: { view: 'integrations', detail: end.package },
      };
    }
    case 'records': {
      const { newest, rows, sentence } = cause.asking;
      const box = QUEUE_BOX[sentence];
      const one = newest.record === '' ? knownText('notifications.data')[language] : newest.record;
      return {
        title: rows === 1 ? one : knownText('notifications.same', { record: one, count: rows - 1 })[language],
        body: newest.message[language],
        opens:
          box === undefined
            ? { view: 'log', log: { table: newest.table, level: newest.level } }
            : { view: 'queue', detail: box },
      };
    }
  }
}
