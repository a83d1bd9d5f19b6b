import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { useCompanySwitch } from './company-switch';

/** Asks before another company's page takes the place of one with changes that are not saved. */
export function LeaveCompanyDialog() {
  const { t } = useTranslation();
  const question = useCompanySwitch((store) => store.question);
  const stay = useCompanySwitch((store) => store.stay);
  const goOn = useCompanySwitch((store) => store.goOn);
  return (
    <ConfirmDialog
      title={t('ui.companies.leaveTitle')}
      confirmLabel={t('ui.companies.leave')}
      isOpen={question !== null}
      onConfirm={() => void goOn()}
      onCancel={stay}
      isDanger
    >
      {question ? <p>{t('ui.companies.leaveText', { count: question.unsaved })}</p> : null}
    </ConfirmDialog>
  );
}
