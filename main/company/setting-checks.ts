import type { Connector, ConnectorContext, SettingCheck } from '../../connectors/_kit/connector';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { Choice, SettingField, Settings } from '../../connectors/_kit/settings';
import { knownText } from '../log/catalogue';
import type { LinkConnections } from './link-connections';
import type { Package, Packages } from './packages';
import { isEmpty, isVisible, localProblem, tidy } from './setting-rules';

export interface SettingChecksParts {
  readonly packages: Packages;
  readonly connections: LinkConnections;
  readonly stopped: AbortSignal;
}

export interface RefusedSetting {
  readonly key: string;
  readonly problem: Problem;
}

export interface SettingChecks {
  /** Controleer for one setting, with all values as they stand on screen. */
  readonly check: (id: ConnectorId, key: string, settings: Settings) => Promise<Result<SettingCheck>>;
  /** What can be picked for a setting whose values come from the package. */
  readonly choices: (id: ConnectorId, key: string, settings: Settings) => Promise<Result<readonly Choice[]>>;
  /**
   * Checks every setting that shows; what is not right comes back, with undeclared keys first. A problem as a whole
   * means that the package could not be asked.
   */
  readonly checkAll: (one: Package, settings: Settings) => Promise<Result<readonly RefusedSetting[]>>;
}

export function createSettingChecks({ packages, connections, stopped }: SettingChecksParts): SettingChecks {
  const contextOf = async ({ connector, record }: Package, settings: Settings): Promise<ConnectorContext> => {
    const { administration } = record;
    if (administration === null) throw new Error(`${connector.manifest.id} is linked without an administration`);
    return (await connections.linked(connector)).context(administration, settings, stopped);
  };

  const find = async (
    id: ConnectorId,
    key: string,
    entered: Settings,
  ): Promise<Result<{ connector: Connector; field: SettingField; ctx: ConnectorContext }>> => {
    const found = await packages.forStep(id, 'settings');
    if (!found.ok) return found;
    const { connector } = found.value;
    const { settings: fields } = connector.manifest;
    const field = fields.find((one) => one.key === key);
    if (field === undefined) return fail(unknownSetting(key));
    return ok({ connector, field, ctx: await contextOf(found.value, tidy(fields, entered)) });
  };

  return {
    check: async (id, key, settings) => {
      const found = await find(id, key, settings);
      return found.ok ? checkField(found.value.connector, found.value.field, found.value.ctx) : found;
    },
    choices: async (id, key, settings) => {
      const found = await find(id, key, settings);
      if (!found.ok) return found;
      const { connector, field, ctx } = found.value;
      return hasRemoteChoices(field) ? connector.listChoices(ctx, key) : fail(unknownSetting(key));
    },
    checkAll: async (one, settings) => {
      const { settings: fields } = one.connector.manifest;
      const refused: RefusedSetting[] = Object.keys(settings)
        .filter((key) => !fields.some((field) => field.key === key))
        .map((key) => ({ key, problem: unknownSetting(key) }));
      const ctx = await contextOf(one, tidy(fields, settings));
      for (const field of fields.filter((each) => isVisible(fields, ctx.settings, each))) {
        const checked = await checkField(one.connector, field, ctx);
        if (!checked.ok) return checked;
        if (!checked.value.ok) refused.push({ key: field.key, problem: checked.value.problem });
      }
      return ok(refused);
    },
  };
}

/** First what the value itself tells; the package is asked only about a value that could be right. */
async function checkField(
  connector: Connector,
  field: SettingField,
  ctx: ConnectorContext,
): Promise<Result<SettingCheck>> {
  const value = ctx.settings[field.key] ?? field.default;
  const local = localProblem(field, value);
  if (local !== null) return ok({ ok: false, problem: local });
  if (field.check === 'local') {
    const detail = knownText(isEmpty(value) ? 'setting-check.empty' : 'setting-check.local');
    return ok({ ok: true, verified: true, detail });
  }
  const checked = await connector.checkSetting(ctx, field.key);
  if (!checked.ok || checked.value.ok) return checked;
  return ok({ ok: false, problem: { field: field.key, ...checked.value.problem } });
}

const hasRemoteChoices = ({ kind }: SettingField): boolean =>
  kind === 'remote-choice' || kind === 'remote-choices' || kind === 'per-employee';

const unknownSetting = (key: string): Problem =>
  problem('invalid-input', 'setting-unknown', { setting: key }, { field: key });
