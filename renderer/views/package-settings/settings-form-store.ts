import { createStore, type StoreApi } from 'zustand';
import {
  ADMINISTRATION_KEY,
  type Choice,
  type ConnectorId,
  type Json,
  type LocalizedText,
  type Manifest,
  type Problem,
  type Result,
  type SettingField,
  type Settings,
} from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { api } from '../../api';
import { differingFields, isSameValue, settingValue, visibleFields } from './settings-draft';

/** What Controleer said about one setting, and when. */
export type CheckState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'right'; readonly verified: boolean; readonly detail: LocalizedText; readonly atMs: number }
  | { readonly kind: 'wrong'; readonly problem: Problem; readonly atMs: number };

/** How far Controleer alles is. */
export interface CheckingAll {
  readonly done: number;
  readonly total: number;
}

export interface SettingsFormState {
  readonly settings: Settings;
  /** What the values on screen are held against; null: nothing was saved yet. */
  readonly saved: Settings | null;
  readonly checks: Readonly<Record<string, CheckState>>;
  /** Null while it does not run. */
  readonly checkingAll: CheckingAll | null;
  /** What the package offers, by setting; absent until it answered. */
  readonly choices: Readonly<Record<string, Result<readonly Choice[]>>>;
  /** The administration that was found right, or that was saved before; undefined as long as there is none. */
  readonly rightAdministration: Json | undefined;
  /** Rises when a document under these settings may be another one: a value changed, or an administration was found. */
  readonly serial: number;
  /** What stands in the way of saving and belongs to no single setting. */
  readonly problem: Problem | null;
  readonly isSaving: boolean;
  /** Any change takes every check back: settings are checked together or not at all. */
  readonly change: (key: string, value: Json) => void;
  /** Back to what is saved. */
  readonly undo: (key: string) => void;
  /** Puts these values on screen, to be checked and saved; how many differ from what was there. */
  readonly fill: (settings: Settings) => number;
  readonly check: (key: string) => Promise<void>;
  /** One after the other, those that were found right already last; ends after the one under way when it is stopped. */
  readonly checkAll: () => Promise<void>;
  readonly stopCheckingAll: () => void;
  readonly loadChoices: (key: string) => Promise<void>;
  /** The new stage, or null when something was refused. */
  readonly save: () => Promise<IntegrationStage | null>;
}

export type SettingsForm = StoreApi<SettingsFormState>;

/**
 * The settings on screen, in the manifest's order. Where the administration is one of them it comes first, and alone until
 * it is right: articles, groups and journals are those of that administration.
 */
export function shownFields(
  manifest: Manifest,
  { settings, rightAdministration }: Pick<SettingsFormState, 'settings' | 'rightAdministration'>,
): readonly SettingField[] {
  const visible = visibleFields(manifest.settings, settings);
  const administration = visible.find(({ key }) => key === ADMINISTRATION_KEY);
  if (administration === undefined) return visible;
  if (settingValue(administration, settings) !== rightAdministration) return [administration];
  return [administration, ...visible.filter((field) => field !== administration)];
}

/** True when every setting on screen was checked and found right: then they can be saved. */
export function allRight(
  manifest: Manifest,
  state: Pick<SettingsFormState, 'settings' | 'checks' | 'rightAdministration'>,
): boolean {
  return shownFields(manifest, state).every(({ key }) => state.checks[key]?.kind === 'right');
}

/** Whether the value on screen is another one than what is saved; never while nothing is. */
export function isChanged(field: SettingField, { settings, saved }: Pick<SettingsFormState, 'settings' | 'saved'>) {
  return saved !== null && !isSameValue(settingValue(field, settings), settingValue(field, saved));
}

/** While the administration is checked again, what it governs stays on screen. */
function administrationAfter(
  check: CheckState,
  { settings, rightAdministration }: Pick<SettingsFormState, 'settings' | 'rightAdministration'>,
): Json | undefined {
  switch (check.kind) {
    case 'checking':
      return rightAdministration;
    case 'right':
      return settings[ADMINISTRATION_KEY];
    case 'wrong':
      return undefined;
  }
}

/**
 * The form of one package's settings; made anew each time it opens. `wereSaved`: these values were right before. `typed`:
 * what was changed in them and not saved when it was open before.
 */
export const createSettingsForm = (
  manifest: Manifest,
  saved: Settings,
  wereSaved: boolean,
  typed: Settings = {},
): SettingsForm =>
  createStore<SettingsFormState>()((set, get) => {
    const packageId: ConnectorId = manifest.id;
    const put = (key: string, state: CheckState) =>
      set((before) => ({
        checks: { ...before.checks, [key]: state },
        rightAdministration:
          key === ADMINISTRATION_KEY ? administrationAfter(state, before) : before.rightAdministration,
        serial: key === ADMINISTRATION_KEY && state.kind === 'right' ? before.serial + 1 : before.serial,
      }));

    const show = (settings: Settings) =>
      set((before) => ({
        settings,
        checks: {},
        checkingAll: null,
        problem: null,
        serial: before.serial + 1,
        // What another administration offers is something else.
        choices: isSameValue(settings[ADMINISTRATION_KEY] ?? null, before.settings[ADMINISTRATION_KEY] ?? null)
          ? before.choices
          : only(before.choices, ADMINISTRATION_KEY),
      }));

    const check = async (key: string) => {
      const { settings } = get();
      put(key, { kind: 'checking' });
      try {
        const outcome = await api.integrations.checkSetting({ package: packageId, key, settings: { ...settings } });
        // Changed meanwhile: the answer is about something else.
        if (get().settings !== settings) return;
        const atMs = Date.now();
        if (!outcome.ok) put(key, { kind: 'wrong', problem: outcome.problem, atMs });
        else if (!outcome.value.ok) put(key, { kind: 'wrong', problem: outcome.value.problem, atMs });
        else {
          const { verified, detail } = outcome.value;
          put(key, { kind: 'right', verified, detail, atMs });
        }
      } finally {
        // A bug was told already; what was not answered is not being checked any more.
        if (get().checks[key]?.kind === 'checking') set(({ checks }) => ({ checks: without(checks, key) }));
      }
    };

    const checkAll = async () => {
      const { settings } = get();
      const done = new Set<string>();
      // Those behind an administration show once it is right, and are to be checked too.
      const left = () =>
        shownFields(manifest, get())
          .filter(({ key }) => !done.has(key))
          .sort((one, other) => rank(get().checks[one.key]) - rank(get().checks[other.key]));
      set({ checkingAll: { done: 0, total: left().length } });
      try {
        for (let [next] = left(); next !== undefined; [next] = left()) {
          await check(next.key);
          done.add(next.key);
          if (get().checkingAll === null || get().settings !== settings) return;
          set({ checkingAll: { done: done.size, total: done.size + left().length } });
        }
      } finally {
        set({ checkingAll: null });
      }
    };

    return {
      settings: { ...saved, ...typed },
      saved: wereSaved ? saved : null,
      checks: {},
      checkingAll: null,
      choices: {},
      rightAdministration: wereSaved ? saved[ADMINISTRATION_KEY] : undefined,
      serial: 0,
      problem: null,
      isSaving: false,
      change: (key, value) => show({ ...get().settings, [key]: value }),
      undo: (key) => {
        const field = manifest.settings.find((one) => one.key === key);
        const before = get().saved;
        if (field !== undefined && before !== null) show({ ...get().settings, [key]: settingValue(field, before) });
      },
      fill: (settings) => {
        const differing = differingFields(manifest.settings, settings, get().settings);
        // What the manifest does not declare any more cannot be saved.
        const values = differing.map((field) => [field.key, settingValue(field, settings)] as const);
        if (differing.length > 0) show({ ...get().settings, ...Object.fromEntries(values) });
        return differing.length;
      },
      check,
      checkAll,
      stopCheckingAll: () => set({ checkingAll: null }),
      loadChoices: async (key) => {
        if (get().choices[key]?.ok === true) return;
        const { settings } = get();
        const offered = await api.integrations.choices({ package: packageId, key, settings: { ...settings } });
        const asked = settings[ADMINISTRATION_KEY] ?? null;
        if (key !== ADMINISTRATION_KEY && !isSameValue(asked, get().settings[ADMINISTRATION_KEY] ?? null)) return;
        set(({ choices }) => ({ choices: { ...choices, [key]: offered } }));
      },
      save: async () => {
        set({ isSaving: true, problem: null });
        try {
          const outcome = await api.integrations.saveSettings({ package: packageId, settings: { ...get().settings } });
          if (!outcome.ok) {
            set({ problem: outcome.problem });
            return null;
          }
          const { stage, refused } = outcome.value;
          for (const { key, problem } of refused) put(key, { kind: 'wrong', problem, atMs: Date.now() });
          return refused.length === 0 ? stage : null;
        } finally {
          set({ isSaving: false });
        }
      },
    };
  });

/** What was found right comes last, in case somebody stops half way. */
const rank = (check: CheckState | undefined): number => (check?.kind === 'right' ? 1 : 0);

function only<V>(record: Readonly<Record<string, V>>, key: string): Readonly<Record<string, V>> {
  const value = record[key];
  return value === undefined ? {} : { [key]: value };
}

function without<V>(record: Readonly<Record<string, V>>, key: string): Readonly<Record<string, V>> {
  return Object.fromEntries(Object.entries(record).filter(([one]) => one !== key));
}
