import type { Administration } from '../../connectors/_kit/connector';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { RESOURCES, type Resource } from '../../connectors/_kit/model';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { IntegrationStage, RunTrigger } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { CompanySettings, Time } from '../ports';
import type { ActiveLink } from './active-link';
import { linkedAdministration } from './chosen-administration';
import type { CompanyEvents } from './events';
import type { CompanyLog } from './company-log';
import type { Package, Packages } from './packages';
import type { SavedSettings, SettingsHistory } from './settings-history';
import type { RefusedSetting, SettingChecks } from './setting-checks';
import { changedFields, tablesToRestart, tidy, withDefaults } from './setting-rules';
import { isActive } from './stage';
import type { BackgroundRuns } from './background-runs';

export interface SaveSettingsParts {
  readonly store: RemoteStore;
  readonly companySettings: CompanySettings;
  readonly time: Time;
  readonly packages: Packages;
  readonly checks: SettingChecks;
  readonly history: SettingsHistory;
  readonly activeLink: ActiveLink;
  readonly runs: BackgroundRuns;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
}

export interface SaveOutcome {
  readonly stage: IntegrationStage;
  /** Settings that are not right; then nothing was saved. */
  readonly refused: readonly RefusedSetting[];
}

/**
 * Opslaan: checks every setting that shows, saves only when all are right, and makes the integration active. The
 * first activation starts the first pull; a later one goes on from the marks. A changed setting that decides what is
 * pulled lets its tables be read again from the start, and another administration all of them. Where data are taken along,
 * it becomes active only once that is done (`adoption.ts`).
 *
 * Problems: those of `stepProblem`, `administration-in-use`, and whatever kept the package from being asked.
 */
export function createSaveSettings(parts: SaveSettingsParts) {
  const { store, companySettings, time, packages, activeLink, events } = parts;

  return async (id: ConnectorId, entered: Settings): Promise<Result<SaveOutcome>> => {
    const found = await packages.forStep(id, 'settings');
    if (!found.ok) return found;
    const checked = await parts.checks.checkAll(found.value, entered);
    if (!checked.ok) return checked;
    if (!checked.value.right) return ok({ stage: await packages.stage(id), refused: checked.value.refused });
    const { administration, found: details } = checked.value;
    const inUse = packages.inUseElsewhere(id, administration);
    if (inUse !== null) return fail(inUse);

    try {
      const unread = await save(found.value, entered, { administration, details });
      await beginWork(found.value, unread);
    } finally {
      // A disk that refuses half way must not leave an active integration without its engine.
      if (companySettings.activePackage() === id && activeLink.engine() === null) await activeLink.open(id);
    }
    events.changed('integrations', 'log');
    return ok({ stage: await packages.stage(id), refused: [] });
  };

  /** Returns the tables that are to be read from the start. */
  async function save(
    one: Package,
    entered: Settings,
    { administration, details }: Pick<SavedSettings, 'administration' | 'details'>,
  ): Promise<readonly Resource[]> {
    const { id, record, connector } = one;
    const fields = connector.manifest.settings;
    const before = withDefaults(fields, record.settings);
    const after = tidy(fields, entered);
    const isOther = administration.id !== linkedAdministration(one).id;
    const unread = isOther ? RESOURCES : tablesToRestart(fields, before, after);
    const settingsVersion = await parts.history.nextVersion(one);
    if (unread.length > 0) await restartTables(id, administration, unread);

    const nowMs = time.nowMs();
    packages.update(id, {
      settings: after,
      settingsVersion,
      administration,
      ...(takesAlong(one)
        ? { adoption: { settingsSaved: true } }
        : isActive(one)
          ? {}
          : { activatedAtMs: nowMs, deactivatedAtMs: null }),
    });
    if (!takesAlong(one)) packages.activate(id);
    await parts.history.keep(one, { settings: after, version: settingsVersion, administration, details });
    if (takesAlong(one)) return unread;
    await parts.log.settings(isActive(one) ? 'settings-saved' : 'activated', connector.manifest, {
      version: settingsVersion,
      changed: changedFields(fields, before, after).length,
    });
    if (isOther)
      await parts.log.link('linked', 'approval', connector.manifest.label, { administration: administration.name });
    return unread;
  }

  /**
   * A run that is under way would store the mark of its next page over the reset, so the engine goes quiet first. The
   * marks go before the settings are saved: after a crash in between, too much is read again rather than too little.
   */
  async function restartTables(
    id: ConnectorId,
    administration: Administration,
    resources: readonly Resource[],
  ): Promise<void> {
    await activeLink.close();
    await store.pull.resetMarks({ package: id, administrationId: administration.id }, resources);
  }

  async function beginWork(one: Package, unread: readonly Resource[]): Promise<void> {
    if (takesAlong(one)) return;
    if (activeLink.engine() === null) await activeLink.open(one.id);
    if (!isActive(one)) {
      const trigger: RunTrigger = one.record.activatedAtMs === null ? 'first' : 'manual';
      parts.runs.begin({ resources: RESOURCES, cleanUp: false }, trigger);
    } else if (unread.length > 0) {
      parts.runs.begin({ resources: unread, cleanUp: false }, 'manual');
    }
  }
}

/** The data of the former package are taken along first. */
const takesAlong = (one: Package): boolean => !isActive(one) && one.record.adoption !== undefined;
