import { useTranslation } from 'react-i18next';
import type { ExportProgress } from '../../../preload/contract/exports';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProgressBar } from '../../ui/ProgressBar';
import { paceOf, useLongWork } from '../long-work/use-long-work';

/** A long list on its way to its file: how far it is, and a way to stop. */
export function ExportProgressDialog({ progress: { done, total } }: { progress: ExportProgress }) {
  const { t } = useTranslation();
  const pace = paceOf(useLongWork('export'));
  const cancel = () => void api.exports.cancel();
  return (
    <Dialog
      title={t('ui.export.busyTitle')}
      isOpen
      onClose={cancel}
      actions={<Button onPress={cancel}>{t('ui.export.cancel')}</Button>}
    >
      <ProgressBar label={t('ui.export.rows')} done={done} total={total} {...pace} />
      <p>{t('ui.export.busyText')}</p>
    </Dialog>
  );
}
