import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../preload/contract/views';
import { AddIcon } from '../ui/icons';
import { MenuButton } from '../ui/MenuButton';
import { AddCompanyDialog } from '../views/companies/AddCompanyDialog';
import { useCompanySwitch } from './company-switch';
import { useRoute } from './use-route';

/** The company of this page; the others are chosen here, and one is added here. */
export function CompanyChooser({ company, companies }: Pick<AppState, 'company' | 'companies'>) {
  const { t } = useTranslation();
  const { view } = useRoute();
  const othersNeedOffice = companies.some(({ id, needsOffice }) => needsOffice && id !== company.id);
  const choose = useCompanySwitch((store) => store.choose);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      <MenuButton
        label={t('ui.companies.company')}
        mark={othersNeedOffice ? t('ui.companies.otherNeedsOffice') : undefined}
        choices={companies.map(({ id, name, problem, needsOffice }) => ({
          id,
          label: name,
          detail:
            problem !== null ? t('ui.companies.notOpen') : needsOffice ? t('ui.companies.needsOffice') : undefined,
        }))}
        chosen={company.id}
        onChoose={(id) => {
          if (id !== company.id) void choose(id, view);
        }}
        actions={[{ id: 'add', label: t('ui.companies.addMenu'), icon: AddIcon }]}
        onAction={() => setIsAdding(true)}
      />
      {isAdding ? <AddCompanyDialog onClose={() => setIsAdding(false)} /> : null}
    </>
  );
}
