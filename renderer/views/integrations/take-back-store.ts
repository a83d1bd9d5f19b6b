import i18next from 'i18next';
import { create } from 'zustand';
import type { ConnectorId } from '../../../preload/contract/model';
import type { BackupRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { toLanguage } from '../../i18n/language';
import { showToast } from '../../ui/toasts';

interface TakeBackStore {
  /** The wipe that the office is asked about; null when it is asked nothing. */
  readonly asked: { readonly package: ConnectorId; readonly backup: BackupRow } | null;
  /** Looks the backup up, so that the question can tell what is in it. */
  readonly ask: (packageId: ConnectorId, backupName: string) => Promise<void>;
  readonly close: () => void;
}

/** Outlives the screen that asked: its integration is deactivated before the backup is put back. */
export const useTakeBackStore = create<TakeBackStore>()((set) => ({
  asked: null,
  ask: async (packageId, backupName) => {
    const listed = await api.backups.list();
    if (!listed.ok) {
      showToast('error', problemText(listed.problem, toLanguage(i18next.language)).message);
      return;
    }
    const backup = listed.value.rows.find(({ name }) => name === backupName);
    if (backup === undefined) showToast('error', i18next.t('ui.takeBack.gone', { file: backupName }));
    else set({ asked: { package: packageId, backup } });
  },
  close: () => set({ asked: null }),
}));
