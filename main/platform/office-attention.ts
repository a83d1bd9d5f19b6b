/** Runs in the main process: keeps tray and notifications in step with all companies. */
import type { Navigation } from '../../preload/contract/events';
import type { AppSettings } from '../../preload/contract/views';
import type { Companies } from '../companies/companies';
import type { Company } from '../company/company';
import type { Logger, Time } from '../ports';
import { noticeOf } from './cause-notice';
import { followCompany, type CompanyAttention } from './company-attention';
import type { Notifications } from './notifications';
import { freshCauses, kindOf } from './office-alerts';
import { quietLeftMs } from './quiet-hours';
import type { AppTray } from './tray';
import { trayLook, worstOf, type CompanyFacts, type OfficeFacts } from './tray-look';

export interface OfficeAttentionParts {
  readonly companies: Pick<Companies, 'allOpened' | 'onOpened' | 'register' | 'summary'>;
  readonly tray: Pick<AppTray, 'show'>;
  readonly notifications: Pick<Notifications, 'show'>;
  readonly settings: () => AppSettings;
  /** Brings the screen of this company to the front. */
  readonly openAt: (companyId: string, place: Navigation) => void;
  /** Called with the ids of the companies that need the office, each time these are others. */
  readonly onNeedsOffice: (companyIds: readonly string[]) => void;
  readonly time: Pick<Time, 'nowMs' | 'sleep'>;
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

/** The end of quiet hours is by the clock of the computer, which can be set: it is looked at anew this often. */
const LOOK_EVERY_MS = 60_000;

/** Reads how the companies are doing, and follows them, and those that are opened later, until it is stopped. */
export async function followCompanies(parts: OfficeAttentionParts): Promise<OfficeAttention> {
  const { companies, tray, notifications, settings, time, logger } = parts;
  const followed = new Map<string, CompanyAttention>();
  const stopped = new AbortController();
  const onBug = (error: unknown): void => void logger.bug('tray', error);

  const factsOf = (id: string): readonly CompanyFacts[] => {
    const { name, problem } = companies.summary(id);
    const facts = problem === null ? followed.get(id)?.facts() : NOT_OPEN;
    return facts === undefined ? [] : [{ name, ...facts }];
  };
  let needing = '';
  const showTray = (): void => {
    const ids = companies.register.ids();
    tray.show(worstOf(ids.flatMap(factsOf)), settings().language);
    const needOffice = ids.filter((id) => factsOf(id).some((facts) => trayLook(facts) === 'attention'));
    if (needOffice.join() === needing) return;
    needing = needOffice.join();
    parts.onNeedsOffice(needOffice);
  };

  /** Ids of companies of which something waits for the end of the quiet hours. */
  const collected = new Set<string>();
  const tellOf = (id: string): void => {
    const one = followed.get(id);
    // One that was removed may still have had something to tell.
    if (one === undefined || stopped.signal.aborted || !companies.register.ids().includes(id)) return;
    const nowMs = time.nowMs();
    const status = one.status();
    const store = companies.register.of(id);
    const before = store.told();
    const { fresh, told } = freshCauses(one.causes(), before, { nowMs, linkWorkedAtMs: status.lastGoodCallAtMs });
    const { notifications: isWanted, notificationKinds, quietHours, language } = settings();
    const wanted = isWanted ? fresh.filter((cause) => notificationKinds.includes(kindOf(cause))) : [];
    // What is collected stays untold, also over a restart.
    const isQuiet = wanted.length > 0 && quietLeftMs(quietHours, nowMs) > 0;
    const now = isQuiet ? fresh.filter((cause) => !wanted.includes(cause)) : fresh;
    const next = { ...told, ...Object.fromEntries(now.map(({ key }) => [key, nowMs])) };
    if (!isSame(before, next)) store.saveTold(next);
    if (isQuiet) return collect(id);
    if (wanted.length === 0) return;
    const { title, body, opens } = noticeOf(wanted, status, language, nowMs);
    const company = companies.summary(id).name;
    notifications.show({
      title: companies.register.ids().length > 1 ? `${company}: ${title}` : title,
      body,
      onClick: () => parts.openAt(id, opens),
    });
  };
  const collect = (id: string): void => {
    const isWaiting = collected.size > 0;
    collected.add(id);
    if (!isWaiting) void tellAfterQuiet();
  };
  const tellAfterQuiet = async (): Promise<void> => {
    for (;;) {
      const leftMs = quietLeftMs(settings().quietHours, time.nowMs());
      if (leftMs === 0) break;
      await time.sleep(Math.min(leftMs, LOOK_EVERY_MS), stopped.signal);
      if (stopped.signal.aborted) return;
    }
    const ids = [...collected];
    collected.clear();
    ids.forEach(tellOf);
  };

  const follow = async (company: Company): Promise<void> => {
    try {
      const onChange = (): void => {
        showTray();
        tellOf(company.id);
      };
      followed.get(company.id)?.stop();
      followed.set(company.id, await followCompany({ company, onChange, onBug }));
    } catch (error) {
      // The others can still tell how they are doing.
      onBug(error);
    }
    showTray();
    tellOf(company.id);
  };

  const stopHearing = companies.onOpened((company) => void follow(company));
  await Promise.all(companies.allOpened().map(follow));
  showTray();
  return {
    refresh: showTray,
    stop: () => {
      stopped.abort();
      stopHearing();
      for (const one of followed.values()) one.stop();
    },
  };
}

const isSame = (before: Readonly<Record<string, number>> | null, next: Readonly<Record<string, number>>): boolean =>
  before !== null && JSON.stringify(before) === JSON.stringify(next);
