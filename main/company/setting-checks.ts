import type { Administration, ConnectorContext, SettingCheck } from '../../connectors/_kit/connector';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { problem, type Problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import { ADMINISTRATION_KEY, type Choice, type SettingField, type Settings } from '../../connectors/_kit/settings';
import type { LocalizedText } from '../../connectors/_kit/text';
import { knownText } from '../log/catalogue';
import {
  administrationField,
  isAboutAdministration,
  linkedAdministration,
  type ChosenAdministration,
} from './chosen-administration';
import type { ChoiceLabels } from './choice-labels';
import type { LinkConnections } from './link-connections';
import type { Package, Packages } from './packages';
import { isEmpty, isVisible, localProblem, tidy } from './setting-rules';

export interface SettingChecksParts {
  readonly packages: Packages;
  readonly connections: LinkConnections;
  readonly chosenAdministration: ChosenAdministration;
  readonly labels: ChoiceLabels;
  readonly stopped: AbortSignal;
}

export interface RefusedSetting {
  readonly key: string;
  readonly problem: Problem;
}

/** What came of checking all settings together: the administration they choose, or what is not right. */
export type Checked =
  | {
      readonly right: true;
      readonly administration: Administration;
      /** What was found, by setting: `ARBEID: Arbeidsuur monteur`. */
      readonly found: ReadonlyMap<string, LocalizedText>;
    }
  | { readonly right: false; readonly refused: readonly RefusedSetting[] };

/**
 * Controleer. Where a setting chooses the administration it comes first: the others are checked in the administration as
 * it stands on screen, and only when that is right (`setting-administration-first`).
 */
export interface SettingChecks {
  /** Controleer for one setting, with all values as they stand on screen. */
  readonly check: (id: ConnectorId, key: string, settings: Settings) => Promise<Result<SettingCheck>>;
  /** What can be picked for a setting whose values come from the package. */
  readonly choices: (id: ConnectorId, key: string, settings: Settings) => Promise<Result<readonly Choice[]>>;
  /**
   * Checks every setting that shows; what is not right comes back, with undeclared keys first. A problem as a whole
   * means that the package could not be asked.
   */
  readonly checkAll: (one: Package, settings: Settings) => Promise<Result<Checked>>;
}

export function createSettingChecks(parts: SettingChecksParts): SettingChecks {
  const { packages, connections, chosenAdministration, stopped } = parts;

  const contextIn = async (
    administration: Administration,
    { connector }: Package,
    settings: Settings,
  ): Promise<ConnectorContext> =>
    (await connections.linked(connector)).context(administration, settings, stopped, 'push');

  const find = async (
    id: ConnectorId,
    key: string,
    entered: Settings,
  ): Promise<Result<{ one: Package; field: SettingField; settings: Settings }>> => {
    const found = await packages.forStep(id, 'settings');
    if (!found.ok) return found;
    const { settings: fields } = found.value.connector.manifest;
    const field = fields.find((one) => one.key === key);
    if (field === undefined) return fail(unknownSetting(key));
    return ok({ one: found.value, field, settings: tidy(fields, entered) });
  };

  /** First what the value itself tells; the package is asked only about a value that could be right. */
  const checkField = async (one: Package, field: SettingField, settings: Settings): Promise<Result<SettingCheck>> => {
    const value = settings[field.key] ?? field.default;
    const local = localProblem(field, value);
    if (local !== null) return ok({ ok: false, problem: local });
    const administration = await chosenAdministration(one, settings);
    if (!administration.ok) {
      if (!isAboutAdministration(administration.problem)) return administration;
      return ok({ ok: false, problem: wrongAdministration(field, administration.problem) });
    }
    if (field.check === 'local') {
      const detail = knownText(isEmpty(value) ? 'setting-check.empty' : 'setting-check.local');
      return ok({ ok: true, verified: true, detail });
    }
    const context = await contextIn(administration.value, one, settings);
    const checked = await one.connector.checkSetting(context, field.key);
    if (!checked.ok || checked.value.ok) return checked;
    return ok({ ok: false, problem: { field: field.key, ...checked.value.problem } });
  };

  return {
    check: async (id, key, entered) => {
      const found = await find(id, key, entered);
      return found.ok ? checkField(found.value.one, found.value.field, found.value.settings) : found;
    },
    choices: async (id, key, entered) => {
      const found = await find(id, key, entered);
      if (!found.ok) return found;
      const { one, field, settings } = found.value;
      if (!hasRemoteChoices(field)) return fail(unknownSetting(key));
      // Another administration can be picked also when the one on screen is not to be had.
      const administration =
        key === ADMINISTRATION_KEY ? ok(linkedAdministration(one)) : await chosenAdministration(one, settings);
      if (!administration.ok) return administration;
      const offered = await one.connector.listChoices(await contextIn(administration.value, one, settings), key);
      if (offered.ok) parts.labels.keep(id, key, offered.value);
      return offered;
    },
    checkAll: async (one, entered) => {
      const { settings: fields } = one.connector.manifest;
      const refused: RefusedSetting[] = Object.keys(entered)
        .filter((key) => !fields.some((field) => field.key === key))
        .map((key) => ({ key, problem: unknownSetting(key) }));
      const settings = tidy(fields, entered);
      const administration = await chosenAdministration(one, settings);
      const first = administrationField(fields);
      if (!administration.ok) {
        if (first === null || !isAboutAdministration(administration.problem)) return administration;
        refused.push({ key: first.key, problem: wrongAdministration(first, administration.problem) });
        return ok({ right: false, refused });
      }
      const told = new Map<string, LocalizedText>();
      for (const field of fields.filter((each) => isVisible(fields, settings, each))) {
        const checked = await checkField(one, field, settings);
        if (!checked.ok) return checked;
        if (checked.value.ok) told.set(field.key, checked.value.detail);
        else refused.push({ key: field.key, problem: checked.value.problem });
      }
      return ok(
        refused.length === 0
          ? { right: true, administration: administration.value, found: told }
          : { right: false, refused },
      );
    },
  };
}

/** The field of the administration tells what is wrong with it, the others only that it goes before them. */
const wrongAdministration = ({ key }: SettingField, found: Problem): Problem =>
  key === ADMINISTRATION_KEY
    ? { ...found, field: key }
    : problem('invalid-input', 'setting-administration-first', {}, { field: key });

const hasRemoteChoices = ({ kind }: SettingField): boolean =>
  kind === 'remote-choice' || kind === 'remote-choices' || kind === 'per-employee';

const unknownSetting = (key: string): Problem =>
  problem('invalid-input', 'setting-unknown', { setting: key }, { field: key });
