import { createStore } from 'zustand';
import {
  ADMINISTRATION_KEY,
  type ConnectorId,
  type Json,
  type LocalizedText,
  type Manifest,
  type Problem,
  type SettingField,
  type Settings,
} from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { api } from '../../api';
import { settingValue, visibleFields } from './settings-draft';

/** What Controleer said about one setting. */
export type CheckState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'right'; readonly verified: boolean; readonly detail: LocalizedText; readonly atMs: number }
  | { readonly kind: 'wrong'; readonly problem: Problem };

export interface SettingsFormState {
  readonly settings: Settings;
  readonly checks: Readonly<Record<string, CheckState>>;
  /** The administration that was found right, or that was saved before; undefined as long as there is none. */
  readonly rightAdministration: Json | undefined;
  /** What stands in the way of saving and belongs to no single setting. */
  readonly problem: Problem | null;
  readonly isSaving: boolean;
  /** Any change takes every check back: settings are checked together or not at all. */
  readonly change: (key: string, value: Json) => void;
  readonly check: (key: string) => Promise<void>;
  readonly checkAll: () => Promise<void>;
  /** The new stage, or null when something was refused. */
  readonly save: () => Promise<IntegrationStage | null>;
}

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

/** The form of one package's settings; made anew each time it opens. `wereSaved`: these values were right before. */
export const createSettingsForm = (manifest: Manifest, saved: Settings, wereSaved: boolean) =>
  createStore<SettingsFormState>()((set, get) => {
    const packageId: ConnectorId = manifest.id;
    const put = (key: string, state: CheckState) =>
      set((before) => ({
        checks: { ...before.checks, [key]: state },
        rightAdministration:
          key === ADMINISTRATION_KEY ? administrationAfter(state, before) : before.rightAdministration,
      }));

    const check = async (key: string) => {
      const { settings } = get();
      put(key, { kind: 'checking' });
      const outcome = await api.integrations.checkSetting({ package: packageId, key, settings: { ...settings } });
      // Changed meanwhile: the answer is about something else.
      if (get().settings !== settings) return;
      if (!outcome.ok) put(key, { kind: 'wrong', problem: outcome.problem });
      else if (!outcome.value.ok) put(key, { kind: 'wrong', problem: outcome.value.problem });
      else {
        const { verified, detail } = outcome.value;
        put(key, { kind: 'right', verified, detail, atMs: Date.now() });
      }
    };

    return {
      settings: saved,
      checks: {},
      rightAdministration: wereSaved ? saved[ADMINISTRATION_KEY] : undefined,
      problem: null,
      isSaving: false,
      change: (key, value) =>
        set(({ settings }) => ({ settings: { ...settings, [key]: value }, checks: {}, problem: null })),
      check,
      checkAll: async () => {
        const { settings } = get();
        for (const { key } of shownFields(manifest, get())) {
          if (get().settings !== settings) return;
          await check(key);
        }
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
          for (const { key, problem } of refused) put(key, { kind: 'wrong', problem });
          return refused.length === 0 ? stage : null;
        } finally {
          set({ isSaving: false });
        }
      },
    };
  });
