import type { Administration, Secrets } from '../../connectors/_kit/connector';
import { ok, type Result } from '../../connectors/_kit/result';
import { ADMINISTRATION_KEY, type Settings } from '../../connectors/_kit/settings';
import type { IntegrationStage } from '../../preload/contract/views';
import type { Time } from '../ports';
import type { Connection } from '../sync/connection';
import type { ActiveLink } from './active-link';
import { administrationField, isAboutAdministration } from './chosen-administration';
import type { CompanyLog } from './company-log';
import type { CompanyEvents } from './events';
import type { LinkConnections } from './link-connections';
import type { RefuseTaking } from './other-administration';
import type { Package, Packages } from './packages';
import { withDefaults } from './setting-rules';
import { isActive } from './stage';

export interface LinkingParts {
  readonly time: Time;
  readonly packages: Packages;
  readonly connections: LinkConnections;
  readonly activeLink: ActiveLink;
  readonly events: CompanyEvents;
  readonly log: CompanyLog;
  readonly refuseTaking: RefuseTaking;
  readonly stopped: AbortSignal;
}

/** Making a link with values that are there, whether they were typed or came from logging in. */
export interface Linking {
  /**
   * Tries the values at the package, and keeps them only when they are right. An active integration keeps its settings
   * and its queue, and goes on with them. Problems: whatever the package says, why its administration may not take the
   * place of the linked one, and `keychain-unreachable`; then nothing has changed.
   */
  readonly withValues: (one: Package, values: Secrets) => Promise<Result<IntegrationStage>>;
  /** The same with the values that are in the keychain already. */
  readonly asKept: (one: Package) => Promise<Result<IntegrationStage>>;
}

/** The administration that values lead to, with the settings that choose it. */
interface Reached {
  readonly administration: Administration;
  readonly settings: Settings;
}

export function createLinking(parts: LinkingParts): Linking {
  const { packages, connections, activeLink } = parts;

  const tryOut = async (one: Package, connection: Connection): Promise<Result<Reached>> => {
    const reached = await reach(one, connection, parts.stopped);
    if (!reached.ok) return reached;
    const refused = await parts.refuseTaking(one, reached.value.administration);
    return refused.ok ? reached : refused;
  };

  const record = async (one: Package, { administration, settings }: Reached): Promise<void> => {
    const { id, connector } = one;
    packages.update(id, { linkedAtMs: parts.time.nowMs(), administration, settings });
    await parts.log.link('linked', 'approval', connector.manifest.label, { administration: administration.name });
    parts.events.changed('integrations', 'log');
  };

  return {
    withValues: async (one, values) => {
      const trial = await connections.trial(one.connector, values);
      const reached = await tryOut(one, trial.connection).finally(trial.connection.close);
      if (!reached.ok) return reached;

      // Its engine works through the connection with the old values.
      if (isActive(one)) await activeLink.close();
      try {
        const replaced = await connections.replace(one.id, trial.values());
        if (!replaced.ok) return replaced;
        packages.update(one.id, { filledCredentials: filledFields(one, values) });
        await record(one, reached.value);
      } finally {
        if (isActive(one)) await activeLink.open(one.id);
      }
      activeLink.engine()?.nudge();
      return ok(await packages.stage(one.id));
    },
    asKept: async (one) => {
      const reached = await tryOut(one, await connections.linked(one.connector));
      if (!reached.ok) return reached;
      await record(one, reached.value);
      activeLink.engine()?.wake();
      return ok(await packages.stage(one.id));
    },
  };
}

/**
 * With the settings as they were saved. A new activation may log in where the administration of an earlier one is not to
 * be had; then it begins with the login's own, and the office chooses again.
 */
async function reach(one: Package, connection: Connection, signal: AbortSignal): Promise<Result<Reached>> {
  const { connector, record } = one;
  const fields = connector.manifest.settings;
  const check = (settings: Settings): Promise<Result<Administration>> =>
    connector.check(connection.checkContext(signal, withDefaults(fields, settings)));

  const found = await check(record.settings);
  if (found.ok) return ok({ administration: found.value, settings: record.settings });
  const field = administrationField(fields);
  if (field === null || isActive(one) || !isAboutAdministration(found.problem)) return found;
  const settings = { ...record.settings, [ADMINISTRATION_KEY]: field.default };
  const own = await check(settings);
  return own.ok ? ok({ administration: own.value, settings }) : own;
}

/** A login brings values that are no field of the screen. */
function filledFields({ connector }: Package, values: Secrets): string[] {
  const { credentials, registration } = connector.manifest.link;
  return [...credentials, ...registration].map(({ key }) => key).filter((key) => values[key] !== undefined);
}
