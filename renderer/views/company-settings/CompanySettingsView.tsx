import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { SettingsParts } from '../app-settings/SettingsParts';
import { HourPolicyPanel } from './HourPolicyPanel';
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
        <HourPolicyPanel saved={settings.hourPolicy} />
      ) : failure === null ? (
        <LoadingState />
      ) : (
        <ErrorState failure={failure} onRetry={retry} />
      )}
    </Page>
  );
}
