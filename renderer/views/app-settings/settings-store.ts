import { create } from 'zustand';
import type { AppSettings } from '../../../preload/contract/views';
import { api } from '../../api';
import { useAppStore } from '../../shell/app-store';

interface SettingsStore {
  readonly isSaving: boolean;
  /** Saves at once; main answers with the settings as they stand. */
  readonly change: (change: Partial<AppSettings>) => Promise<void>;
}

export const useSettingsStore = create<SettingsStore>()((set) => ({
  isSaving: false,
  change: async (change) => {
    const { app } = useAppStore.getState();
    if (!app) return;
    set({ isSaving: true });
    try {
      const settings = await api.app.saveSettings({ ...app.settings, ...change });
      useAppStore.setState({ app: { ...app, settings } });
    } finally {
      set({ isSaving: false });
    }
  },
}));
