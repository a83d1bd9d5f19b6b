import path from 'node:path';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { WipeOutcome, WipePart, WipePreview } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { CompanySettings, Time } from '../ports';
import { canAdopt } from './adoption';
import type { BackupBefore } from './backup-before';
import type { CompanyEvents } from './events';
import type { CompanyLog } from './company-log';
import type { Packages } from './packages';

/** Customers with their work addresses, articles with their groups, work orders with their queue. The log may stay. */
const EVERYTHING: readonly WipePart[] = ['customers', 'articles', 'workOrders'];
const NOTHING: WipeOutcome['removed'] = { customers: 0, articles: 0, workOrders: 0, log: 0 };

export interface WipeParts {
  readonly store: RemoteStore;
  readonly time: Time;
  readonly companySettings: Pick<CompanySettings, 'leadingPackage'>;
  readonly backupBefore: BackupBefore;
  readonly packages: Packages;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
}

export interface Wipe {
  /** What a wipe would remove. Problems: those of `stepProblem`. */
  readonly preview: (id: ConnectorId) => Promise<Result<WipePreview>>;
  /**
   * Wissen Simon data: makes a backup, reads it back, and only then empties the parts; parts that hold nothing need no
   * backup. No parts at all is a choice too at a later activation. Problems: those of `stepProblem`,
   * `wipe-everything-needed`, `backup-failed` (nothing wiped).
   */
  readonly run: (id: ConnectorId, parts: readonly WipePart[]) => Promise<Result<WipeOutcome>>;
}

export function createWipe(deps: WipeParts): Wipe {
  const { store, packages, time } = deps;

  const run: Wipe['run'] = async (id, parts) => {
    const found = await packages.forStep(id, 'wipe');
    if (!found.ok) return found;
    if (found.value.wipeRequired && !EVERYTHING.every((part) => parts.includes(part))) {
      return fail(problem('blocked', 'wipe-everything-needed'));
    }
    if (await store.wipe.runOnNothing(parts)) {
      packages.update(id, { wipedAtMs: time.nowMs(), adoption: undefined });
      await store.adoption.clear();
      deps.events.changed('integrations');
      return ok({ backupFile: null, removed: NOTHING });
    }
    const backup = await deps.backupBefore('before-wipe', id);
    if (!backup.ok) return backup;
    const removed = await store.wipe.run(parts);
    const atMs = time.nowMs();
    const lastWipe = { backup: path.basename(backup.value), atMs, ledBefore: deps.companySettings.leadingPackage() };
    packages.update(id, { wipedAtMs: atMs, adoption: undefined, lastWipe });
    await store.adoption.clear();
    await deps.log.link('wiped', 'info', found.value.connector.manifest.label, {
      ...removed,
      file: path.basename(backup.value),
    });
    deps.events.changed('customers', 'articles', 'workOrders', 'queue', 'integrations', 'log');
    return ok({ backupFile: backup.value, removed });
  };

  return {
    preview: async (id) => {
      const found = await packages.forStep(id, 'wipe');
      if (!found.ok) return found;
      const [counts, open, pdfs] = await Promise.all([store.wipe.counts(), store.figures.open(), store.pdfs.counts()]);
      return ok({
        everythingRequired: found.value.wipeRequired,
        canAdopt: canAdopt(found.value, deps.companySettings) && counts.customers + counts.articles > 0,
        counts,
        undelivered: open.workOrders,
        unsentPdfs: pdfs.open + pdfs.held,
      });
    },
    run,
  };
}
