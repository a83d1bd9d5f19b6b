import { useTranslation } from 'react-i18next';
import type { WorkOrderFile } from '../../../preload/contract/work-order-files';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Picture } from './Picture';

/** A photo as large as the window allows. Mounted while it is open. */
export function PictureDialog({ file, onClose }: { file: WorkOrderFile; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={file.caption || file.name}
      isOpen
      size="large"
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('ui.action.close')}</Button>}
    >
      <Picture file={file} isSmall={false} />
    </Dialog>
  );
}
