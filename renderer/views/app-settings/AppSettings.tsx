import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../shell/app-store';
import { routeHash } from '../../shell/routes';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { BackupsPanel } from '../backups/BackupsPanel';
import { CompaniesPanel } from '../companies/CompaniesPanel';
import { AboutPanel } from './AboutPanel';
import styles from './AppSettings.module.css';
import { DiagnosticsPanel } from './DiagnosticsPanel';
import { NetworkPanel } from './NetworkPanel';
import { NotificationsPanel } from './NotificationsPanel';
import { PacePanel } from './PacePanel';
import { ScreenPanel } from './ScreenPanel';
import { sectionId, SECTIONS, type Section } from './sections';
import { SettingsParts } from './SettingsParts';

/** Those of the app itself, part by part. Each choice works at once. */
export function AppSettings({ section }: { section: Section | null }) {
  const { t } = useTranslation();
  const app = useAppStore((store) => store.app);
  const isLoaded = app !== null;
  useEffect(() => {
    if (isLoaded && section !== null) document.getElementById(sectionId(section))?.scrollIntoView({ block: 'start' });
  }, [isLoaded, section]);
  if (!app) return <LoadingState />;
  // The practice administration stands by itself.
  const shown = SECTIONS.filter((one) => one !== 'companies' || !app.company.practice);

  return (
    <Page title={t('ui.nav.settings')} intro={t('ui.settings.intro')} actions={<SettingsParts chosen="app" />}>
      <div className={styles.columns}>
        <nav className={styles.index} aria-label={t('ui.settings.sections')}>
          <ul>
            {shown.map((one) => (
              <li key={one}>
                <a href={routeHash('settings', one)} aria-current={one === section ? 'true' : undefined}>
                  {t(`ui.settings.section.${one}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.sections}>
          {shown.map((one) => (
            <div key={one} id={sectionId(one)} className={styles.section}>
              <Part section={one} />
            </div>
          ))}
        </div>
      </div>
    </Page>
  );
}

function Part({ section }: { section: Section }) {
  switch (section) {
    case 'screen':
      return <ScreenPanel />;
    case 'pace':
      return <PacePanel />;
    case 'notifications':
      return <NotificationsPanel />;
    case 'network':
      return <NetworkPanel />;
    case 'companies':
      return <CompaniesPanel />;
    case 'backups':
      return <BackupsPanel />;
    case 'diagnostics':
      return <DiagnosticsPanel />;
    case 'about':
      return <AboutPanel />;
  }
}
