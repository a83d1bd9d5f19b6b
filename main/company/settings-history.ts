import type { Administration } from '../../connectors/_kit/connector';
import type { ConnectorId } from '../../connectors/_kit/manifest';
import { ADMINISTRATION_KEY, type SettingField, type Settings } from '../../connectors/_kit/settings';
import type { LocalizedText } from '../../connectors/_kit/text';
import type { SettingChange, SettingsVersion } from '../../preload/contract/package-settings';
import { settingWords } from '../../preload/contract/setting-words';
import type { KeptSettings, RemoteStore } from '../db/store';
import { storageProblem } from '../db/storage-problem';
import { joined, knownText } from '../log/catalogue';
import type { Logger, Time, UserName } from '../ports';
import type { ChoiceLabels } from './choice-labels';
import type { Package } from './packages';
import { changedFields, isVisible, withDefaults } from './setting-rules';

export interface SettingsHistoryParts {
  readonly store: RemoteStore;
  readonly labels: ChoiceLabels;
  readonly time: Time;
  readonly userName: UserName;
  readonly logger: Logger;
}

/** What was just saved. */
export interface SavedSettings {
  readonly settings: Settings;
  readonly version: number;
  readonly administration: Administration;
  /** What Controleer found for each, for articles and choices that are known here by no name yet. */
  readonly details: ReadonlyMap<string, LocalizedText>;
}

/**
 * The settings of each package as they were saved, with who did it, when, and what it changed. Who: the name with which
 * somebody was logged in to the computer, because Simon has no logins of its own. What was changed is kept in words,
 * since a code may be called otherwise, or be gone, by the time that somebody reads it.
 */
export interface SettingsHistory {
  /** Number of the next version: never one that stands in the queue already, also after a restore. */
  readonly nextVersion: (one: Package) => Promise<number>;
  /**
   * Keeps what was just saved. A disk that refuses does not undo the save; then the technical log tells, and the settings
   * stand in the history with the next save, without their moment.
   */
  readonly keep: (one: Package, saved: SavedSettings) => Promise<void>;
  /** Newest first. */
  readonly list: (id: ConnectorId) => Promise<readonly SettingsVersion[]>;
}

export function createSettingsHistory(parts: SettingsHistoryParts): SettingsHistory {
  const { store, labels, time, logger } = parts;

  const changesOf = async (
    one: Package,
    { settings: after, administration, details }: SavedSettings,
  ): Promise<readonly SettingChange[]> => {
    const { settings: fields } = one.connector.manifest;
    const before = withDefaults(fields, one.record.settings);
    const isFirst = one.record.settingsVersion === 0;
    const employees = new Map((await store.employees.list()).map(({ id, name }) => [String(id), name]));
    const names = async (field: SettingField, values: readonly Settings[string][]) => {
      const articles = field.kind === 'article' ? await articleNames(values) : new Map<string, LocalizedText>();
      const saved = ONE_OF_THE_PACKAGE.has(field.kind) ? after[field.key] : undefined;
      return {
        ofValue: (value: string) =>
          articles.get(value) ??
          labels.of(one.id, field.key, value) ??
          (value === saved ? (details.get(field.key) ?? null) : null),
        ofEmployee: (id: string) => employees.get(id) ?? null,
      };
    };

    const changes: SettingChange[] = [];
    for (const field of changedFields(fields, before, after)) {
      // What nobody sees changed along with the field above it, which tells.
      if (!isVisible(fields, before, field) && !isVisible(fields, after, field)) continue;
      const [old, now] = [before[field.key] ?? field.default, after[field.key] ?? field.default];
      const known = await names(field, [old, now]);
      const isAdministration = field.key === ADMINISTRATION_KEY;
      changes.push({
        key: field.key,
        label: field.label,
        from: isFirst ? null : isAdministration ? called(one.record.administration) : inWords(field, old, known),
        to: isAdministration ? (called(administration) ?? inWords(field, now, known)) : inWords(field, now, known),
      });
    }
    return changes;
  };

  const articleNames = async (codes: readonly unknown[]): Promise<ReadonlyMap<string, LocalizedText>> => {
    const found = new Map<string, LocalizedText>();
    for (const code of codes) {
      if (typeof code !== 'string' || code === '') continue;
      const article = await store.articles.byCode(code);
      // As Controleer says it.
      const name = article === null ? null : `${code}: ${article.description}`;
      if (name !== null) found.set(code, { nl: name, en: name });
    }
    return found;
  };

  return {
    nextVersion: async ({ id, record }) => Math.max(record.settingsVersion, await store.settingsVersions.last(id)) + 1,

    keep: async (one, saved) => {
      const { settings, version } = saved;
      const { id, record, connector } = one;
      try {
        const kept: KeptSettings = {
          version,
          savedAtMs: time.nowMs(),
          savedBy: parts.userName(),
          settings,
          changes: await changesOf(one, saved),
        };
        // What was saved before versions were kept, or on a disk that refused: without it there is no way back to it.
        const before: KeptSettings = {
          version: record.settingsVersion,
          savedAtMs: null,
          savedBy: '',
          settings: withDefaults(connector.manifest.settings, record.settings),
          changes: [],
        };
        await store.settingsVersions.add(id, record.settingsVersion === 0 ? [kept] : [before, kept]);
      } catch (error) {
        const refusal = storageProblem(error);
        if (refusal === null) throw error;
        logger.warn('company', 'a version of the settings was not kept', { code: refusal.code, version });
      }
    },

    list: (id) => store.settingsVersions.list(id),
  };
}

/** Kinds of which Controleer tells what the one value is. */
const ONE_OF_THE_PACKAGE: ReadonlySet<SettingField['kind']> = new Set(['article', 'remote-choice']);

const called = (administration: Administration | null): LocalizedText | null =>
  administration === null ? null : { nl: administration.name, en: administration.name };

function inWords(
  field: SettingField,
  value: Settings[string],
  names: Parameters<typeof settingWords>[2],
): LocalizedText {
  const words = settingWords(field, value, names);
  return words.kind === 'texts' ? joined(words.texts, ', ') : knownText(`setting-words.${words.kind}`);
}
