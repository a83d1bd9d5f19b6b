/** Runs in the main process: keeps tray and notifications in step with all companies. */
import type { View } from '../../preload/contract/events';
import type { Language, SyncStatus } from '../../preload/contract/views';
import type { Companies } from '../companies/companies';
import type { Company } from '../company/company';
import { knownText } from '../log/catalogue';
import { momentText } from '../log/moment-text';
import { describe } from '../log/problem-text';
import type { Logger } from '../ports';
import { followCompany, type CompanyAttention } from './company-attention';
import type { Notice, Notifications } from './notifications';
import type { Alert } from './office-alerts';
import type { AppTray } from './tray';
import { trayLook, worstOf, type CompanyFacts, type OfficeFacts } from './tray-look';

export interface OfficeAttentionParts {
  readonly companies: Pick<Companies, 'allOpened' | 'onOpened' | 'register' | 'summary'>;
  readonly tray: Pick<AppTray, 'show'>;
  readonly notifications: Notifications;
  readonly language: () => Language;
  /** Whether the office wants notifications. */
  readonly wanted: () => boolean;
  /** Brings the screen of this company to the front. */
  readonly openAt: (companyId: string, view: View) => void;
  /** Called with the ids of the companies that need the office, each time these are others. */
  readonly onNeedsOffice: (companyIds: readonly string[]) => void;
  readonly logger: Logger;
}

export interface OfficeAttention {
  /** Shows what is known already in another language or under another name. */
  readonly refresh: () => void;
  readonly stop: () => void;
}

/** A company whose data cannot be opened. */
const NOT_OPEN: OfficeFacts = {
  connection: 'attention',
  pausedByUser: false,
  pausedUntilMs: null,
  blockedDocuments: 0,
  heldPdfs: 0,
};

/** Reads how the companies are doing, and follows them, and those that are opened later, until it is stopped. */
export async function followCompanies(parts: OfficeAttentionParts): Promise<OfficeAttention> {
  const { companies, tray, notifications, language, logger } = parts;
  const followed = new Map<string, CompanyAttention>();
  const onBug = (error: unknown): void => void logger.bug('tray', error);

  const factsOf = (id: string): readonly CompanyFacts[] => {
    const { name, problem } = companies.summary(id);
    const facts = problem === null ? followed.get(id)?.facts() : NOT_OPEN;
    return facts === undefined ? [] : [{ name, ...facts }];
  };
  let needing = '';
  const refresh = (): void => {
    const ids = companies.register.ids();
    tray.show(worstOf(ids.flatMap(factsOf)), language());
    const needOffice = ids.filter((id) => factsOf(id).some((facts) => trayLook(facts) === 'attention'));
    if (needOffice.join() === needing) return;
    needing = needOffice.join();
    parts.onNeedsOffice(needOffice);
  };
  const notify = ({ id }: Company, alert: Alert, status: SyncStatus): void => {
    if (!parts.wanted()) return;
    const { title, body, view } = wordsOf(alert, status, language());
    const company = companies.summary(id).name;
    notifications.show({
      title: companies.register.ids().length > 1 ? `${company}: ${title}` : title,
      body,
      onClick: () => parts.openAt(id, view),
    });
  };
  const follow = async (company: Company): Promise<void> => {
    try {
      const onAlert = (alert: Alert, status: SyncStatus): void => notify(company, alert, status);
      followed.set(company.id, await followCompany({ company, onChange: refresh, onAlert, onBug }));
    } catch (error) {
      // The others can still tell how they are doing.
      onBug(error);
    }
    refresh();
  };

  const stopHearing = companies.onOpened((company) => void follow(company));
  await Promise.all(companies.allOpened().map(follow));
  refresh();
  return {
    refresh,
    stop: () => {
      stopHearing();
      for (const one of followed.values()) one.stop();
    },
  };
}

function wordsOf(
  alert: Alert,
  status: SyncStatus,
  language: Language,
): Pick<Notice, 'title' | 'body'> & { view: View } {
  if (alert.about === 'link') {
    const { message, action } = describe(alert.problem, status.administrationName ?? '');
    return {
      title: knownText('notifications.link')[language],
      body: [message[language], action?.[language]].filter(Boolean).join(' '),
      view: 'integrations',
    };
  }
  if (alert.about === 'login-end') {
    const { end } = alert;
    const until = momentText(end.endsAtMs, Date.now());
    return {
      title: knownText('notifications.login-ends', { package: end.label, until })[language],
      body: knownText('log.login-ends.action')[language],
      view: 'integrations',
    };
  }
  const { newest, count } = alert;
  const title = count === 1 ? newest.record : knownText('notifications.several', { count })[language];
  return { title, body: newest.message[language], view: 'log' };
}
