import { useTranslation } from 'react-i18next';
import { useCompanySwitch } from '../../shell/company-switch';
import { CompanyNameDialog } from './CompanyNameDialog';

/** Bedrijf toevoegen. Mounted while it is open. */
export function AddCompanyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const add = useCompanySwitch((store) => store.add);
  return (
    <CompanyNameDialog
      title={t('ui.companies.addTitle')}
      intro={t('ui.companies.addText')}
      confirmLabel={t('ui.action.add')}
      onClose={onClose}
      onConfirm={add}
    />
  );
}
