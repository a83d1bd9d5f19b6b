import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CompanySummary } from '../../../preload/contract/views';
import { api } from '../../api';
import { useAppStore } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { AddIcon, EditIcon, RemoveIcon } from '../../ui/icons';
import { Panel } from '../../ui/Panel';
import { AddCompanyDialog } from './AddCompanyDialog';
import styles from './CompaniesPanel.module.css';
import { CompanyNameDialog } from './CompanyNameDialog';
import { RemoveCompanyDialog } from './RemoveCompanyDialog';

/** The companies of this Simon: their names, and adding one. Each works by itself in the background. */
export function CompaniesPanel() {
  const { t } = useTranslation();
  const app = useAppStore((store) => store.app);
  const [isAdding, setIsAdding] = useState(false);
  const [renaming, setRenaming] = useState<CompanySummary | null>(null);
  const [removing, setRemoving] = useState<CompanySummary | null>(null);
  if (!app || app.company.practice) return null;

  return (
    <Panel
      title={t('ui.companies.title')}
      actions={
        <Button size="small" icon={AddIcon} onPress={() => setIsAdding(true)}>
          {t('ui.companies.add')}
        </Button>
      }
    >
      <p>{t('ui.companies.intro')}</p>
      <ul className={styles.list}>
        {app.companies.map((company) => (
          <li key={company.id} className={styles.company}>
            <span className={styles.name}>{company.name}</span>
            {company.id === app.company.id ? <span className={styles.shown}>{t('ui.companies.shown')}</span> : null}
            <IconButton
              icon={EditIcon}
              size="small"
              label={t('ui.companies.rename', { name: company.name })}
              onPress={() => setRenaming(company)}
            />
            {app.companies.length > 1 ? (
              <IconButton
                icon={RemoveIcon}
                size="small"
                label={t('ui.companies.removeOf', { name: company.name })}
                onPress={() => setRemoving(company)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {removing ? <RemoveCompanyDialog company={removing} onClose={() => setRemoving(null)} /> : null}
      {isAdding ? <AddCompanyDialog onClose={() => setIsAdding(false)} /> : null}
      {renaming ? (
        <CompanyNameDialog
          title={t('ui.companies.renameTitle')}
          name={renaming.name}
          confirmLabel={t('ui.action.save')}
          onClose={() => setRenaming(null)}
          onConfirm={(name) => api.companies.rename({ id: renaming.id, name })}
        />
      ) : null}
    </Panel>
  );
}
