import type { Administration, Connector } from '../../connectors/_kit/connector';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { IntegrationStage, WipeBackup } from '../../preload/contract/views';
import type { KeptLogin, RemoteStore } from '../db/store';
import type { CompanySettings, Connectors, IntegrationRecord } from '../ports';
import { mustWipeEverything, stageOf, stepProblem, type Standing, type Step } from './stage';

/** One package with everything that decides what may be done with it now. */
export interface Package extends Standing {
  readonly connector: Connector;
  /** Null when nobody logged in. */
  readonly login: KeptLogin | null;
  /** Null when there is nothing to take back, or when something was archived since. */
  readonly wipeBackup: WipeBackup | null;
}

/** The packages that Simon can be linked to, and where this company stands with each. */
export interface Packages {
  readonly all: () => Promise<readonly Package[]>;
  /** The package when this step may be done now, else why not (see `stepProblem`, and `package-not-available`). */
  readonly forStep: (id: ConnectorId, step: Step) => Promise<Result<Package>>;
  readonly stage: (id: ConnectorId) => Promise<IntegrationStage>;
  /** Changes a part of the record as it stands at this moment. */
  readonly update: (id: ConnectorId, change: Partial<IntegrationRecord>) => void;
  /**
   * Makes it the one active integration. A wipe that was done for another package, whose activation was never ended, does
   * not count any more: from now on Simon is filled by this one.
   */
  readonly activate: (id: ConnectorId) => void;
  /**
   * `administration-in-use` when another company of this installation is active with this administration, else null: two
   * Simons with the same customers would invoice the same jobs twice.
   */
  readonly inUseElsewhere: (id: ConnectorId, administration: Administration) => Problem | null;
}

export function createPackages(
  connectors: Connectors,
  companySettings: CompanySettings,
  { limits, wipe }: Pick<RemoteStore, 'limits' | 'wipe'>,
): Packages {
  const wipeBackupOf = async ({ lastWipe }: IntegrationRecord): Promise<WipeBackup | null> =>
    lastWipe === undefined || (await wipe.archivedSince(lastWipe.atMs))
      ? null
      : { name: lastWipe.backup, wipedAtMs: lastWipe.atMs };
  const get = async (id: ConnectorId): Promise<Package> => {
    const connector = await connectors.load(id);
    const activeId = companySettings.activePackage();
    const label = activeId === null ? '' : (await connectors.load(activeId)).manifest.label;
    const record = companySettings.integration(id);
    return {
      id,
      connector,
      record,
      login: await limits.loginOf(id),
      wipeBackup: await wipeBackupOf(record),
      active: activeId === null ? null : { id: activeId, label },
      wipeRequired: mustWipeEverything(id, record, companySettings.leadingPackage()),
    };
  };

  const update: Packages['update'] = (id, change) =>
    companySettings.putIntegration(id, { ...companySettings.integration(id), ...change });

  return {
    all: () => Promise.all(connectors.ids.map(get)),
    forStep: async (id, step) => {
      if (!connectors.ids.includes(id)) return fail(problem('invalid-input', 'package-not-available', { package: id }));
      const one = await get(id);
      const refused = stepProblem(step, one);
      return refused === null ? ok(one) : fail(refused);
    },
    stage: async (id) => {
      const one = await get(id);
      return stageOf(one, one.connector.manifest);
    },
    update,
    activate: (id) => {
      companySettings.setActivePackage(id);
      for (const other of connectors.ids.filter((one) => one !== id)) {
        const { wipedAtMs, adoption } = companySettings.integration(other);
        if (wipedAtMs !== null || adoption !== undefined) update(other, { wipedAtMs: null, adoption: undefined });
      }
    },
    inUseElsewhere: (id, { id: administrationId, name }) => {
      const company = companySettings.companyLinkedTo(id, administrationId);
      return company === null ? null : problem('blocked', 'administration-in-use', { administration: name, company });
    },
  };
}
