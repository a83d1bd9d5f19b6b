/** Runs in the main process: the settings in memory, checked when they are read, written as a whole at each change. */
import { randomUUID } from 'node:crypto';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { AppSettings } from '../../preload/contract/views';
import { storageProblem } from '../db/storage-problem';
import type { CompanySettings, KeptFirstRun } from '../ports';
import {
  NEW_COMPANY,
  NEW_INTEGRATION,
  SETTINGS_FORMAT,
  newSettings,
  settingsContent,
  type CompanySection,
  type SettingsContent,
  type WindowPlace,
} from './settings-schema';

const NO_FIRST_RUN: KeptFirstRun = { done: [], putAway: false, blocked: [] };

/** The file itself. */
export interface SettingsFile {
  readonly path: string;
  /** Null when there is no file yet. Throws when it is not JSON or cannot be read. */
  readonly read: () => unknown;
  /** Replaces the file as a whole; durable when it returns. Throws a `StorageError`; then the file is as it was. */
  readonly write: (content: SettingsContent) => void;
}

/** What changes something throws a `StorageError` when the computer refuses; then the settings are as they were. */
export interface SettingsStore {
  readonly installationId: string;
  readonly app: () => AppSettings;
  readonly saveApp: (settings: AppSettings) => void;
  /** As `saveWindowPlace`. */
  readonly saveZoomPercent: (zoomPercent: number) => void;
  readonly windowPlace: () => WindowPlace | null;
  /** Not worth a message when the computer refuses: then it is known until the app ends. */
  readonly saveWindowPlace: (place: WindowPlace) => void;
  readonly toldThatItKeepsRunning: () => boolean;
  /** As `saveWindowPlace`. */
  readonly saveToldThatItKeepsRunning: () => void;
  /** Ids of all companies, in the order in which they were added. */
  readonly companyIds: () => readonly string[];
  /** The settings of one company, which is added with this name when it is new. */
  readonly company: (id: string, nameWhenNew: string) => CompanyStore;
  /** The company is no more; its id is never given out again. */
  readonly removeCompany: (id: string) => void;
  /** The company whose screens were shown last; null when none was chosen yet. */
  readonly shownCompany: () => string | null;
  /** As `saveWindowPlace`. */
  readonly saveShownCompany: (id: string) => void;
}

/** One company's part: what its code needs, and what only the shell needs. */
export interface CompanyStore {
  readonly settings: CompanySettings;
  readonly name: () => string;
  readonly rename: (name: string) => void;
  readonly examplesAddedAtMs: () => number | null;
  readonly saveExamplesAddedAtMs: (atMs: number) => void;
  /** Causes that a notification told, with when (UTC ms); null when nobody looked yet. */
  readonly told: () => Readonly<Record<string, number>> | null;
  /** As `saveWindowPlace`. */
  readonly saveTold: (told: Readonly<Record<string, number>>) => void;
  readonly firstRun: () => KeptFirstRun;
  readonly saveFirstRun: (kept: KeptFirstRun) => void;
}

/**
 * Opens the settings; a data folder without them gets new ones. A file that cannot be understood is left as it is:
 * `settings-unreadable`, or `settings-of-newer-app` when a later version of the app wrote it. New ones that cannot be
 * written: `storage-*`.
 */
export function openSettings(file: SettingsFile): Result<SettingsStore> {
  const found = readContent(file);
  if (!found.ok) return found;
  let content = found.value;
  const change = (part: Partial<SettingsContent>): void => {
    const changed = { ...content, ...part };
    file.write(changed);
    content = changed;
  };
  const changeIfPossible = (part: Partial<SettingsContent>): void => {
    try {
      change(part);
    } catch (error) {
      if (storageProblem(error) === null) throw error;
      content = { ...content, ...part };
    }
  };

  const company: SettingsStore['company'] = (id, nameWhenNew) => {
    if (!Object.hasOwn(content.companies, id)) {
      change({ companies: { ...content.companies, [id]: { ...NEW_COMPANY, name: nameWhenNew } } });
    }
    const section = (): CompanySection => {
      const own = content.companies[id];
      if (own === undefined) throw new Error(`Settings have no company ${id}`);
      return own;
    };
    const changeSection = (part: Partial<CompanySection>): void =>
      change({ companies: { ...content.companies, [id]: { ...section(), ...part } } });

    return {
      settings: {
        integration: (packageId) => section().integrations[packageId] ?? NEW_INTEGRATION,
        putIntegration: (packageId, record) =>
          changeSection({
            integrations: {
              ...section().integrations,
              [packageId]: {
                ...record,
                filledCredentials: [...record.filledCredentials],
                settings: { ...record.settings },
              },
            },
          }),
        activePackage: () => section().activePackage,
        setActivePackage: (activePackage) => {
          const { activePackage: before, leadingPackage = before } = section();
          changeSection({ activePackage, leadingPackage: activePackage ?? leadingPackage });
        },
        handBackTo: (led) => changeSection({ activePackage: null, leadingPackage: led }),
        leadingPackage: () => {
          const { activePackage, leadingPackage = activePackage } = section();
          return leadingPackage;
        },
        companyLinkedTo: (packageId, administrationId) =>
          Object.entries(content.companies).find(
            ([otherId, other]) =>
              otherId !== id &&
              other.activePackage === packageId &&
              other.integrations[packageId]?.administration?.id === administrationId,
          )?.[1].name ?? null,
        pausedByUser: () => section().pausedByUser,
        setPausedByUser: (pausedByUser) => changeSection({ pausedByUser }),
        app: () => content.app,
      },
      name: () => section().name,
      rename: (name) => changeSection({ name }),
      examplesAddedAtMs: () => section().examplesAddedAtMs ?? null,
      saveExamplesAddedAtMs: (atMs) => changeSection({ examplesAddedAtMs: atMs }),
      told: () => section().told ?? null,
      saveTold: (told) =>
        changeIfPossible({ companies: { ...content.companies, [id]: { ...section(), told: { ...told } } } }),
      firstRun: () => section().firstRun ?? NO_FIRST_RUN,
      saveFirstRun: ({ done, putAway, blocked }) =>
        changeSection({ firstRun: { done: [...done], putAway, blocked: [...blocked] } }),
    };
  };

  return ok({
    installationId: content.installationId,
    app: () => content.app,
    saveApp: (app) => change({ app }),
    saveZoomPercent: (zoomPercent) => changeIfPossible({ app: { ...content.app, zoomPercent } }),
    windowPlace: () => content.window,
    saveWindowPlace: (place) => changeIfPossible({ window: place }),
    toldThatItKeepsRunning: () => content.toldThatItKeepsRunning,
    saveToldThatItKeepsRunning: () => changeIfPossible({ toldThatItKeepsRunning: true }),
    companyIds: () => Object.keys(content.companies),
    company,
    removeCompany: (id) => {
      const { [id]: removed, ...companies } = content.companies;
      if (removed !== undefined) change({ companies });
    },
    shownCompany: () => content.shownCompany ?? null,
    saveShownCompany: (id) => changeIfPossible({ shownCompany: id }),
  });
}

function readContent(file: SettingsFile): Result<SettingsContent> {
  let stored: unknown;
  try {
    stored = file.read();
  } catch (error) {
    return fail(unreadable(file, error instanceof Error ? error.message : String(error)));
  }
  if (stored === null) return writeNew(file);
  if (isOfNewerApp(stored)) return fail(problem('storage', 'settings-of-newer-app', { file: file.path }));
  const parsed = settingsContent.safeParse(stored);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return fail(unreadable(file, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`));
}

function writeNew(file: SettingsFile): Result<SettingsContent> {
  const content = newSettings(randomUUID());
  try {
    file.write(content);
    return ok(content);
  } catch (error) {
    const refusal = storageProblem(error);
    if (refusal === null) throw error;
    return fail(refusal);
  }
}

const unreadable = (file: SettingsFile, detail: string) =>
  problem('storage', 'settings-unreadable', { file: file.path, detail });

const isOfNewerApp = (stored: unknown): boolean =>
  typeof stored === 'object' &&
  stored !== null &&
  'format' in stored &&
  typeof stored.format === 'number' &&
  stored.format > SETTINGS_FORMAT;
