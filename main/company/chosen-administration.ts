import type { Administration } from '../../connectors/_kit/connector';
import type { Problem } from '../../connectors/_kit/problem';
import { assertNever, fail, ok, type Result } from '../../connectors/_kit/result';
import { ADMINISTRATION_KEY, type SettingField, type Settings } from '../../connectors/_kit/settings';
import type { Connection } from '../sync/connection';
import type { LinkConnections } from './link-connections';
import type { RefuseTaking } from './other-administration';
import type { Package } from './packages';
import { localProblem, withDefaults } from './setting-rules';

export interface ChosenAdministrationParts {
  readonly connections: LinkConnections;
  readonly refuseTaking: RefuseTaking;
  readonly stopped: AbortSignal;
}

/**
 * The administration that these (tidied) settings choose: the linked one while the setting `administration` has its saved
 * value, or where there is no such setting; else what the package says, remembered for as long as the connection lasts.
 * Problems: those of `localProblem`, whatever the package says, and why it may not take the place of the linked one.
 */
export interface ChosenAdministration {
  (one: Package, settings: Settings): Promise<Result<Administration>>;
  /** The same as far as the package said so before, without asking it; null: it did not. */
  readonly known: (one: Package, settings: Settings) => Promise<Administration | null>;
}

export function createChosenAdministration(parts: ChosenAdministrationParts): ChosenAdministration {
  const remembered = new WeakMap<Connection, Map<string, Administration>>();

  const ask = async (one: Package, value: string, settings: Settings): Promise<Result<Administration>> => {
    const connection = await parts.connections.linked(one.connector);
    const found = remembered.get(connection) ?? new Map<string, Administration>();
    remembered.set(connection, found);
    const known = found.get(value);
    if (known !== undefined) return ok(known);
    const asked = await one.connector.check(connection.checkContext(parts.stopped, settings));
    if (asked.ok) found.set(value, asked.value);
    return asked;
  };

  const choose = async (one: Package, settings: Settings): Promise<Result<Administration>> => {
    const { settings: fields } = one.connector.manifest;
    const field = administrationField(fields);
    if (field === null || isLinked(one, field, settings)) return ok(linkedAdministration(one));
    const value = settings[field.key] ?? field.default;
    const refusedAtSight = localProblem(field, value);
    if (refusedAtSight !== null) return fail(refusedAtSight);
    const asked = await ask(one, JSON.stringify(value), settings);
    if (!asked.ok) return asked;
    const refused = await parts.refuseTaking(one, asked.value);
    return refused.ok ? asked : refused;
  };

  const known: ChosenAdministration['known'] = async (one, settings) => {
    const field = administrationField(one.connector.manifest.settings);
    if (field === null || isLinked(one, field, settings)) return linkedAdministration(one);
    const connection = await parts.connections.linked(one.connector);
    return remembered.get(connection)?.get(JSON.stringify(settings[field.key] ?? field.default)) ?? null;
  };

  return Object.assign(choose, { known });
}

/** Whether these settings choose the administration that is linked. A value that cannot be right chooses none. */
function isLinked({ connector, record }: Package, field: SettingField, settings: Settings): boolean {
  const value = settings[field.key] ?? field.default;
  const saved = withDefaults(connector.manifest.settings, record.settings)[field.key];
  return localProblem(field, value) === null && value === saved;
}

/** The administration that the package was linked with. A package that is not linked has no settings to look at. */
export function linkedAdministration({ id, record }: Package): Administration {
  if (record.administration === null) throw new Error(`${id} is linked without an administration`);
  return record.administration;
}

/** The setting that chooses the administration, or null where a login reaches only one. */
export function administrationField(fields: readonly SettingField[]): SettingField | null {
  return fields.find((field) => field.key === ADMINISTRATION_KEY) ?? null;
}

/** Whether another administration mends it; else the package could not be asked. */
export function isAboutAdministration({ kind }: Pick<Problem, 'kind'>): boolean {
  switch (kind) {
    case 'invalid-input':
    case 'rejected':
    case 'not-allowed':
    case 'blocked':
      return true;
    case 'offline':
    case 'rate-limited':
    case 'maintenance':
    case 'needs-login':
    case 'bad-response':
    case 'outcome-unknown':
    case 'cancelled':
    case 'storage':
      return false;
    default:
      return assertNever(kind);
  }
}
