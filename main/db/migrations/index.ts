import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { freeBackupPath } from '../backups/backup-name';
import { copyDatabase } from '../copy-database';
import { NewerDatabaseError } from '../storage-error';
import type { Migration } from './migration';
import { company } from './0010-company';
import { customersAndArticles } from './0020-customers-and-articles';
import { workOrders } from './0030-work-orders';
import { queue } from './0040-queue';
import { log } from './0050-log';
import { importId } from './0060-import-id';
import { pdfs } from './0070-pdfs';
import { restored } from './0080-restored';
import { ledger } from './0090-ledger';
import { linkLimits } from './0100-link-limits';
import { trace } from './0110-trace';
import { cleanUpQuestions } from './0120-clean-up-questions';
import { planning } from './0200-planning';
import { pdfNotKept } from './0210-pdf-not-kept';
import { customForms } from './0220-custom-forms';
import { workOrderFiles } from './0230-work-order-files';
import { companySettings } from './0250-company-settings';
import { workOrderTemplates } from './0260-work-order-templates';
import { searchWords } from './0265-search-words';
import { archiving } from './0270-archiving';
import { companyLogo } from './0280-company-logo';
import { imports } from './0290-imports';
import { figuresAndAttention } from './0300-figures-and-attention';
import { signaturesAndOrder } from './0310-signatures-and-order';
import { adoption } from './0320-adoption';
import { settingsVersions } from './0330-settings-versions';
import { queueCauses } from './0340-queue-causes';
import { runHistory } from './0350-run-history';
import { logPlace } from './0360-log-place';

export const MIGRATIONS: readonly Migration[] = [
  company,
  customersAndArticles,
  workOrders,
  queue,
  log,
  importId,
  pdfs,
  restored,
  ledger,
  linkLimits,
  trace,
  cleanUpQuestions,
  planning,
  pdfNotKept,
  customForms,
  workOrderFiles,
  companySettings,
  workOrderTemplates,
  searchWords,
  archiving,
  companyLogo,
  imports,
  figuresAndAttention,
  signaturesAndOrder,
  adoption,
  settingsVersions,
  queueCauses,
  runHistory,
  logPlace,
];

/**
 * Brings the database to the newest version: all pending steps and the version number in one transaction, after a copy
 * of an existing database into the folder `backups` beside it. Throws a `NewerDatabaseError` for a database that a newer
 * app wrote, and leaves that one untouched.
 */
export function migrate(
  db: Database.Database,
  {
    nowMs,
    steps = MIGRATIONS,
    isCopy = false,
  }: {
    readonly nowMs: number;
    readonly steps?: readonly Migration[];
    /** It is a copy already, so that no other is made of it. */
    readonly isCopy?: boolean;
  },
): void {
  const known = newestOf(steps);
  const found = db.pragma('user_version', { simple: true }) as number;
  if (found > known) throw new NewerDatabaseError(found, known);
  const pending = steps.filter((step) => step.version > found);
  if (pending.length === 0) return;
  if (found > 0 && !isCopy) {
    const folder = join(dirname(db.name), 'backups');
    mkdirSync(folder, { recursive: true });
    copyDatabase(db, freeBackupPath(folder, 'before-migration', nowMs, `van versie ${found}`));
  }
  db.transaction(() => {
    for (const step of pending) step.up(db);
    db.pragma(`user_version = ${known}`);
  }).exclusive();
}

/** The version of a database that this app made. */
export const NEWEST_VERSION = newestOf(MIGRATIONS);

function newestOf(steps: readonly Migration[]): number {
  let newest = 0;
  for (const { version } of steps) {
    if (version <= newest) throw new Error(`Migration ${version} stands after ${newest}`);
    newest = version;
  }
  return newest;
}
