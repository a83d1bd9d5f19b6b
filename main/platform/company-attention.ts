/** Runs in the main process: how one company is doing, and what of it is worth disturbing the office for. */
import type { SyncStatus } from '../../preload/contract/views';
import type { Company } from '../company/company';
import { linkProblem, openCauses, type Cause } from './office-alerts';
import type { OfficeFacts } from './tray-look';

/** Changes of these may be news for the tray or the office. */
const ATTENTION_AREAS: ReadonlySet<string> = new Set(['queue', 'log', 'integrations']);

export interface CompanyAttentionParts {
  readonly company: Company;
  /** Something of what `facts`, `causes` or `status` tells has changed. */
  readonly onChange: () => void;
  readonly onBug: (error: unknown) => void;
}

export interface CompanyAttention {
  readonly facts: () => OfficeFacts;
  /** All that asks for the office now. */
  readonly causes: () => readonly Cause[];
  readonly status: () => SyncStatus;
  readonly stop: () => void;
}

/** Reads how the company is doing, and follows it until it is stopped. */
export async function followCompany({ company, onChange, onBug }: CompanyAttentionParts): Promise<CompanyAttention> {
  const lookAt = () => Promise.all([company.calls['overview:get'](undefined), company.asking()]);
  let [overview, asking] = await lookAt();
  let status = overview.sync;
  let problem = linkProblem(null, status);

  const read = async (): Promise<void> => {
    [overview, asking] = await lookAt();
    onChange();
  };
  const readSoon = oneReadAtATime(read, onBug);

  const stops = [
    company.on('sync:status', (next) => {
      status = next;
      problem = linkProblem(problem, next);
      onChange();
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
      blockedDocuments: overview.queue.blocked,
      heldPdfs: overview.pdfs.held,
    }),
    causes: () => openCauses(problem, overview.loginEnds, asking),
    status: () => status,
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
