import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { EmployeesPanel } from '../employees/EmployeesPanel';
import { SettingsParts } from '../app-settings/SettingsParts';
import { CombinePanel } from './CombinePanel';
import { FolderDropPanel } from './FolderDropPanel';
import { HourPolicyPanel } from './HourPolicyPanel';
import { ProfilePanel } from './ProfilePanel';
import { useCompanySettings } from './use-company-settings';

/** Instellingen, Bedrijf: what this company does its own way, whichever package it is linked with. */
export function CompanySettingsView() {
  const { t } = useTranslation();
  const { value: settings, failure, retry } = useCompanySettings();
  return (
    <Page
      title={t('ui.nav.settings')}
      intro={t('ui.companySettings.intro')}
      actions={<SettingsParts chosen="company" />}
    >
      {settings ? (
        <>
          <ProfilePanel saved={settings} />
          <HourPolicyPanel saved={settings.hourPolicy} />
          <CombinePanel saved={settings.combine} />
          <EmployeesPanel />
          <FolderDropPanel />
        </>
      ) : failure === null ? (
        <LoadingState />
      ) : (
        <ErrorState failure={failure} onRetry={retry} />
      )}
    </Page>
  );
}
