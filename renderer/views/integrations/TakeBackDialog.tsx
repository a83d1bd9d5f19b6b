import { api } from '../../api';
import { useAppStore } from '../../shell/app-store';
import { RestoreDialog } from '../backups/RestoreDialog';
import { useTakeBackStore } from './take-back-store';

/** Asks before a wipe is taken back, and does it. */
export function TakeBackDialog() {
  const companyId = useAppStore((store) => store.app?.company.id);
  const { asked, close } = useTakeBackStore();
  if (asked === null || companyId === undefined) return null;
  return (
    <RestoreDialog
      backup={asked.backup}
      companyId={companyId}
      before={() => api.integrations.takeBackWipe(asked.package)}
      onClose={close}
    />
  );
}
