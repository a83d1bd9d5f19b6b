/** Runs in the main process: how one company is doing, and what of it is worth disturbing the office for. */
import type { SyncStatus } from '../../preload/contract/views';
import type { Company } from '../company/company';
import { createOfficeAlerts, type Alert } from './office-alerts';
import type { OfficeFacts } from './tray-look';

/** Changes of these may be news for the tray or the office. */
const ATTENTION_AREAS: ReadonlySet<string> = new Set(['queue', 'log', 'integrations']);

export interface CompanyAttentionParts {
  readonly company: Company;
  /** Something of what `facts` tells has changed. */
  readonly onChange: () => void;
  readonly onAlert: (alert: Alert, status: SyncStatus) => void;
  readonly onBug: (error: unknown) => void;
}

export interface CompanyAttention {
  readonly facts: () => OfficeFacts;
  readonly stop: () => void;
}

/** Reads how the company is doing, and follows it until it is stopped. */
export async function followCompany(parts: CompanyAttentionParts): Promise<CompanyAttention> {
  const { company, onChange, onAlert } = parts;
  const first = await company.calls['overview:get'](undefined);
  const alerts = createOfficeAlerts(first.attention, first.loginEnds);
  let status: SyncStatus = first.sync;
  let { queue, pdfs } = first;

  const tell = (alert: Alert | null): void => (alert === null ? undefined : onAlert(alert, status));
  const read = async (): Promise<void> => {
    const next = await company.calls['overview:get'](undefined);
    ({ queue, pdfs } = next);
    onChange();
    tell(alerts.ofAttention(next.attention));
    tell(alerts.ofLoginEnd(next.loginEnds));
  };
  const readSoon = oneReadAtATime(read, parts.onBug);

  const stops = [
    company.on('sync:status', (next) => {
      status = next;
      onChange();
      tell(alerts.ofStatus(next));
    }),
    company.on('data:changed', ({ areas }) => {
      if (areas.some((area) => ATTENTION_AREAS.has(area))) readSoon();
    }),
  ];
  return {
    facts: () => ({
      connection: status.connection,
      pausedByUser: status.pausedByUser,
      pausedUntilMs: status.pausedUntilMs,
      blockedDocuments: queue.blocked,
      heldPdfs: pdfs.held,
    }),
    stop: () => stops.forEach((stop) => stop()),
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
