/** Runs in the main process: takes a company out of this Simon for good, after a last backup. */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { existsSync } from 'node:fs';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { CompanyRemoved, RemovalPreview } from '../../preload/contract/company-removal';
import { backupFiles } from '../db/backups/backup-folder';
import type { RemoteBackupJobs } from '../db/backups/backup-jobs';
import { storageProblem } from '../db/storage-problem';
import { momentForFile } from './moment-for-file';
import type { CompanyFolder } from '../platform/data-folder';
import type { SettingsStore } from '../platform/settings-store';
import type { Connectors, DatabaseTraces, Logger, SecretStore, Time } from '../ports';
import type { Companies } from './companies';

export interface CompanyRemoval {
  /** What would go. Problems: `company-unknown` and those of `mayGo`. */
  readonly preview: (id: string) => Promise<Result<RemovalPreview>>;
  /**
   * Removes it when `name` is its name: a last backup in a folder of its own within `folder` (null: the standard one), then
   * its secrets, its settings and its data. Until the backup is made nothing is lost. Problems besides those of `preview`:
   * `company-name-differs`, `storage-*`.
   */
  readonly remove: (id: string, name: string, folder: string | null) => Promise<Result<CompanyRemoved>>;
}

export interface CompanyRemovalParts {
  readonly companies: Pick<Companies, 'register' | 'opened' | 'closeForGood'>;
  readonly settings: Pick<SettingsStore, 'removeCompany'>;
  readonly secrets: Pick<SecretStore, 'remove'>;
  readonly traces: Pick<DatabaseTraces, 'remove'>;
  readonly connectors: Pick<Connectors, 'ids'>;
  readonly backups: Pick<RemoteBackupJobs, 'daily'>;
  readonly folderOf: (id: string) => CompanyFolder;
  /** Where last backups are kept unless the office says otherwise. */
  readonly keptFolder: string;
  readonly time: Pick<Time, 'nowMs'>;
  readonly logger: Logger;
}

export function createCompanyRemoval(parts: CompanyRemovalParts): CompanyRemoval {
  const { companies, settings, secrets, traces, connectors, backups, folderOf, keptFolder, time, logger } = parts;
  const { register } = companies;

  const preview: CompanyRemoval['preview'] = async (id) => {
    if (!register.ids().includes(id)) return fail(problem('invalid-input', 'company-gone'));
    if (register.ids().length === 1) return fail(problem('blocked', 'company-is-last'));
    // Its page would go on asking for data that are gone.
    if (register.shownId() === id) return fail(problem('blocked', 'company-is-shown'));
    const store = register.of(id);
    const named = { id, name: store.name(), isLinked: store.settings.activePackage() !== null, folder: keptFolder };
    const company = companies.opened(id);
    // Data that cannot be opened hold nothing that is being sent.
    if (company === null) return ok({ ...named, customers: 0, articles: 0, workOrders: 0, notSent: 0, unsure: 0 });
    const { counts, queue, pdfs } = await company.calls['overview:get'](undefined);
    if (queue.sending > 0) return fail(problem('blocked', 'company-is-sending', { company: named.name }));
    return ok({
      ...named,
      customers: counts.customers,
      articles: counts.articles,
      workOrders: counts.planned + counts.ready + counts.archived,
      notSent: queue.waiting + queue.unsure + queue.blocked + pdfs.open,
      unsure: queue.unsure,
    });
  };

  const keepLast = async (id: string, folder: string): Promise<string | null> => {
    const { databaseFile } = folderOf(id);
    if (!existsSync(databaseFile)) return null;
    await mkdir(folder, { recursive: true });
    await backups.daily({ database: databaseFile, folder, nowMs: time.nowMs() }, new AbortController().signal);
    const [made] = backupFiles(folder);
    if (made === undefined) throw new Error('The last backup was not made');
    return path.join(folder, made.name);
  };
  const forgetSecrets = async (id: string): Promise<void> => {
    for (const name of connectors.ids) await secrets.remove({ companyId: id, package: name });
    await traces.remove(id);
  };
  const deleteData = async (id: string): Promise<string | null> => {
    const { root } = folderOf(id);
    try {
      await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      return null;
    } catch (error) {
      // A virus scanner may hold a file; the company is gone all the same.
      logger.warn('companies', 'folder of a removed company not deleted', { error: String(error) });
      return root;
    }
  };

  return {
    preview,
    remove: async (id, name, folder) => {
      const seen = await preview(id);
      if (!seen.ok) return seen;
      if (name.trim().toLowerCase() !== seen.value.name.trim().toLowerCase()) {
        return fail(problem('invalid-input', 'company-name-differs', { name: seen.value.name }));
      }
      const own = path.join(folder ?? keptFolder, `${fileName(seen.value.name)} ${momentForFile(time.nowMs())}`);
      try {
        // Stopped first: nothing is sent between the backup and the end. It waits for a call that is under way.
        return await companies.closeForGood(id, async (forget) => {
          const backupFile = await keepLast(id, own);
          await forgetSecrets(id);
          settings.removeCompany(id);
          forget();
          logger.info('companies', 'removed', { company: id });
          return ok({ backupFile, leftFolder: await deleteData(id) });
        });
      } catch (error) {
        const refusal = refusalOf(error);
        if (refusal === null) throw error;
        return fail(refusal);
      }
    },
  };
}

/** Null: a bug. */
const refusalOf = (error: unknown): Problem | null =>
  error instanceof Error && 'syscall' in error
    ? problem('storage', 'backup-failed', { folder: 'path' in error ? String(error.path) : '' })
    : storageProblem(error);

/** What no system takes in the name of a file becomes a dash. */
const fileName = (name: string): string =>
  name
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, '-')
    .replace(/[. ]+$/u, '')
    .slice(0, 80) || 'bedrijf';
