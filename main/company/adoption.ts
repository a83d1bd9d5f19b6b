import path from 'node:path';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { RESOURCES } from '../../connectors/_kit/model';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { ADOPTED_TABLES, type AdoptedTable, type AdoptionState } from '../../preload/contract/adoption';
import type { IntegrationStage } from '../../preload/contract/views';
import type { LinkKey, RemoteStore } from '../db/store';
import { articleFeatures, customerFeatures, matchRecords } from '../domain/match-records';
import type { CompanySettings, Logger, Random, Time } from '../ports';
import { pullResource } from '../sync/pull-resource';
import type { ActiveLink } from './active-link';
import type { BackgroundRuns } from './background-runs';
import type { BackupBefore } from './backup-before';
import type { CompanyLog } from './company-log';
import { linkedAdministration } from './chosen-administration';
import type { CompanyEvents } from './events';
import type { LinkConnections } from './link-connections';
import type { Package, Packages } from './packages';
import { withDefaults } from './setting-rules';
import { stagingStore } from './staged-pull';

export interface AdoptionParts {
  readonly store: RemoteStore;
  readonly companySettings: CompanySettings;
  readonly packages: Packages;
  readonly connections: LinkConnections;
  readonly activeLink: ActiveLink;
  readonly runs: BackgroundRuns;
  readonly backupBefore: BackupBefore;
  readonly time: Time;
  readonly random: Random;
  readonly logger: Logger;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
  readonly stopped: AbortSignal;
}

/**
 * Taking the data along when another package takes over, in place of wiping: chosen at the step Wissen, carried out after
 * the settings, because only then it is known which administration it is. Until then Simon's data stay as they are.
 */
export interface Adoption {
  /** Problems: those of `stepProblem`, `adoption-not-possible`. */
  readonly choose: (id: ConnectorId) => Promise<Result<IntegrationStage>>;
  /**
   * Reads the package's list, goes on where an earlier time stopped, and compares it with Simon. Answers when it is there;
   * `integrations` is told to have changed meanwhile. Problems: `adoption-not-prepared`, and whatever the package says.
   */
  readonly read: (id: ConnectorId) => Promise<Result<AdoptionState>>;
  /**
   * After a backup: what was chosen becomes the record of the package, and the integration is active. Problems:
   * `adoption-not-prepared`, `adoption-undecided`, `backup-failed`.
   */
  readonly finish: (id: ConnectorId) => Promise<Result<IntegrationStage>>;
}

export function createAdoption(parts: AdoptionParts): Adoption {
  const { store, packages, time, events } = parts;
  const reading = new Map<ConnectorId, Promise<Result<AdoptionState>>>();

  const prepared = async (id: ConnectorId): Promise<Result<{ readonly one: Package; readonly link: LinkKey }>> => {
    const found = await packages.forStep(id, 'settings');
    if (!found.ok) return found;
    const one = found.value;
    if (one.record.adoption?.settingsSaved !== true) return fail(problem('blocked', 'adoption-not-prepared'));
    return ok({ one, link: { package: id, administrationId: linkedAdministration(one).id } });
  };

  const readList = async (id: ConnectorId): Promise<Result<AdoptionState>> => {
    const ready = await prepared(id);
    if (!ready.ok) return ready;
    const { one, link } = ready.value;
    const { connector, record } = one;
    await store.adoption.begin(link);
    const connection = await parts.connections.linked(connector);
    const settings = withDefaults(connector.manifest.settings, record.settings);
    const ctx = connection.context(linkedAdministration(one), settings, parts.stopped);
    for (const table of ADOPTED_TABLES) {
      if ((await store.adoption.mark(table))?.complete === true) continue;
      const { problem: found } = await pullResource(
        { ...parts, connector, store: stagingStore(store, link, table) },
        {
          ctx,
          link,
          resource: table,
          runId: NO_RUN,
          onPage: () => {
            events.changed('integrations');
            return Promise.resolve();
          },
        },
      );
      if (found !== null) return fail(found);
      // A table of which the package has nothing gives no page at all.
      const mark = (await store.adoption.mark(table))?.mark ?? { highWater: null, state: null };
      await store.adoption.stage(link, table, { records: [], mark, last: true });
    }
    for (const table of ADOPTED_TABLES) {
      if ((await store.adoption.state())[table].counts === null) await compare(link, table);
    }
    events.changed('integrations');
    return ok(await store.adoption.state());
  };

  const compare = async (link: LinkKey, table: AdoptedTable): Promise<void> => {
    const [rows, records] = await Promise.all([store.adoption.rows(link, table), store.adoption.records(link, table)]);
    const featuresOf = (facts: (typeof rows)[number] | (typeof records)[number]) =>
      table === 'customers'
        ? customerFeatures(facts)
        : articleFeatures({ code: facts.number, description: facts.name });
    const matches = matchRecords(
      rows.map((row) => ({ id: row.id, features: featuresOf(row) })),
      records.map((record) => ({ id: record.id, features: featuresOf(record) })),
    );
    await store.adoption.matched(table, matches);
  };

  return {
    choose: async (id) => {
      const found = await packages.forStep(id, 'wipe');
      if (!found.ok) return found;
      if (!canAdopt(found.value, parts.companySettings)) return fail(problem('blocked', 'adoption-not-possible'));
      packages.update(id, { adoption: { settingsSaved: false }, wipedAtMs: null });
      events.changed('integrations');
      return ok(await packages.stage(id));
    },
    read: (id) => {
      const known = reading.get(id) ?? readList(id).finally(() => reading.delete(id));
      reading.set(id, known);
      return known;
    },
    finish: async (id) => {
      const ready = await prepared(id);
      if (!ready.ok) return ready;
      const { one, link } = ready.value;
      const { customers, articles } = await store.adoption.state();
      if (customers.counts === null || articles.counts === null)
        return fail(problem('blocked', 'adoption-not-prepared'));
      const undecided = customers.counts.undecided + articles.counts.undecided;
      if (undecided > 0) return fail(problem('blocked', 'adoption-undecided', { count: undecided }));
      const backup = await parts.backupBefore('before-wipe', id);
      if (!backup.ok) return backup;

      const nowMs = time.nowMs();
      const ledBefore = parts.companySettings.leadingPackage();
      const { adopted, removed, keptInUse } = await store.adoption.apply(link, nowMs);
      packages.update(id, {
        adoption: undefined,
        wipedAtMs: nowMs,
        lastWipe: { backup: path.basename(backup.value), atMs: nowMs, ledBefore },
        activatedAtMs: nowMs,
        deactivatedAtMs: null,
      });
      packages.activate(id);
      await parts.log.link('taken-along', 'approval', one.connector.manifest.label, {
        customers: adopted.customers,
        articles: adopted.articles,
        removed,
        kept: keptInUse,
        file: path.basename(backup.value),
      });
      await parts.activeLink.open(id);
      parts.runs.begin({ resources: RESOURCES, cleanUp: false }, 'first');
      events.changed('customers', 'articles', 'workOrders', 'queue', 'integrations', 'log');
      return ok(await packages.stage(id));
    },
  };
}

/** The pages are kept aside, in no run of the engine. */
const NO_RUN = 0;

/** Whether data of another package are here that can be taken along; the very first activation begins empty. */
export const canAdopt = (
  one: Pick<Package, 'id' | 'wipeRequired'>,
  companySettings: Pick<CompanySettings, 'leadingPackage'>,
): boolean => one.wipeRequired && companySettings.leadingPackage() !== null;
