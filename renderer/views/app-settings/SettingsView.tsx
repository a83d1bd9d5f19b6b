import { useTranslation } from 'react-i18next';
import { ZOOM_PERCENTS } from '../../../preload/contract/zoom';
import { LANGUAGES } from '../../i18n/language';
import { useAppStore } from '../../shell/app-store';
import type { Route } from '../../shell/routes';
import { Facts } from '../../ui/Facts';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Select } from '../../ui/Select';
import { StatusTag } from '../../ui/StatusTag';
import { Switch } from '../../ui/Switch';
import { BackupsPanel } from '../backups/BackupsPanel';
import { CompaniesPanel } from '../companies/CompaniesPanel';
import { CompanySettingsView } from '../company-settings/CompanySettingsView';
import { COMPANY_PART, SettingsParts } from './SettingsParts';
import { useSettingsStore } from './settings-store';

const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
const OWN_PACE = 'own';
const INTERVALS_MINUTES = [5, 10, 15, 30, 60] as const;

/** Instellingen: of the app, or of the company. */
export function SettingsView({ route }: { route: Route }) {
  const isOpen = useAppStore((store) => store.app?.company.problem === null);
  return route.detail === COMPANY_PART && isOpen ? <CompanySettingsView /> : <AppSettings />;
}

/** Those of the app itself. Each choice works at once. */
function AppSettings() {
  const { t } = useTranslation();
  const app = useAppStore((store) => store.app);
  const change = useSettingsStore((store) => store.change);
  if (!app) return <LoadingState />;
  const { settings, keychain } = app;
  const minutes = settings.pullIntervalMinutes;
  const offered =
    minutes === null || INTERVALS_MINUTES.some((known) => known === minutes)
      ? [...INTERVALS_MINUTES]
      : [...INTERVALS_MINUTES, minutes].sort((a, b) => a - b);

  return (
    <Page title={t('ui.nav.settings')} intro={t('ui.settings.intro')} actions={<SettingsParts chosen="app" />}>
      <Panel title={t('ui.settings.screen')}>
        <Select
          label={t('ui.settings.language')}
          value={settings.language}
          onChange={(language) => void change({ language })}
          options={LANGUAGES.map((value) => ({ value, label: t(`ui.settings.languages.${value}`) }))}
        />
        <Select
          label={t('ui.settings.theme')}
          value={settings.theme}
          onChange={(theme) => void change({ theme })}
          options={THEMES.map((value) => ({ value, label: t(`ui.settings.themes.${value}`) }))}
        />
        <Select
          label={t('ui.settings.zoom')}
          help={t('ui.settings.zoomHelp')}
          value={String(settings.zoomPercent)}
          onChange={(value) => void change({ zoomPercent: Number(value) })}
          options={ZOOM_PERCENTS.map((percent) => ({ value: String(percent), label: `${percent}%` }))}
        />
      </Panel>
      <Panel title={t('ui.settings.background')}>
        <Switch
          isSelected={settings.startWithComputer}
          onChange={(startWithComputer) => void change({ startWithComputer })}
          help={t('ui.settings.startWithComputerHelp')}
        >
          {t('ui.settings.startWithComputer')}
        </Switch>
        <Switch
          isSelected={settings.notifications}
          onChange={(notifications) => void change({ notifications })}
          help={t('ui.settings.notificationsHelp')}
        >
          {t('ui.settings.notifications')}
        </Switch>
        <Select
          label={t('ui.settings.interval')}
          help={t('ui.settings.intervalHelp')}
          value={minutes === null ? OWN_PACE : String(minutes)}
          onChange={(value) => void change({ pullIntervalMinutes: value === OWN_PACE ? null : Number(value) })}
          options={[
            { value: OWN_PACE, label: t('ui.settings.intervalOwn') },
            ...offered.map((count) => ({ value: String(count), label: t('ui.settings.everyMinutes', { count }) })),
          ]}
        />
      </Panel>
      <CompaniesPanel />
      <BackupsPanel />
      <Panel title={t('ui.settings.about')}>
        <Facts
          facts={[
            { label: t('ui.settings.version'), value: app.version, isNumber: true },
            { label: t('ui.settings.dataFolder'), value: app.dataFolder },
            {
              label: t('ui.settings.keychain'),
              value: keychain.available ? (
                <StatusTag tone="success">{t('ui.settings.keychainWorks')}</StatusTag>
              ) : (
                <>
                  <StatusTag tone="error">{t('ui.settings.keychainFails')}</StatusTag> {keychain.detail}
                </>
              ),
            },
          ]}
        />
      </Panel>
    </Page>
  );
}
