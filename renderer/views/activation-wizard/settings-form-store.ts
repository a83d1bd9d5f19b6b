import { createStore } from 'zustand';
import type { ConnectorId, Json, LocalizedText, Manifest, Problem, Settings } from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { api } from '../../api';
import { visibleFields } from './settings-draft';

/** What Controleer said about one setting. */
export type CheckState =
  | { readonly kind: 'checking' }
  | { readonly kind: 'right'; readonly verified: boolean; readonly detail: LocalizedText; readonly atMs: number }
  | { readonly kind: 'wrong'; readonly problem: Problem };

export interface SettingsFormState {
  readonly settings: Settings;
  readonly checks: Readonly<Record<string, CheckState>>;
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

/** True when every setting on screen was checked and found right: then they can be saved. */
export function allRight(
  manifest: Manifest,
  { settings, checks }: Pick<SettingsFormState, 'settings' | 'checks'>,
): boolean {
  return visibleFields(manifest.settings, settings).every(({ key }) => checks[key]?.kind === 'right');
}

/** The form of one package's settings; made anew each time it opens. */
export const createSettingsForm = (manifest: Manifest, saved: Settings) =>
  createStore<SettingsFormState>()((set, get) => {
    const packageId: ConnectorId = manifest.id;
    const put = (key: string, state: CheckState) => set(({ checks }) => ({ checks: { ...checks, [key]: state } }));

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
      problem: null,
      isSaving: false,
      change: (key, value) =>
        set(({ settings }) => ({ settings: { ...settings, [key]: value }, checks: {}, problem: null })),
      check,
      checkAll: async () => {
        const { settings } = get();
        for (const { key } of visibleFields(manifest.settings, settings)) {
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
