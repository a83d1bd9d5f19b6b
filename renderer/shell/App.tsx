import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { showLanguage } from '../i18n/i18n';
import { LOCALE } from '../i18n/language';
import { useLanguage } from '../i18n/use-formats';
import { LoadingState } from '../ui/LoadingState';
import { ToastRegion } from '../ui/ToastRegion';
import { ArticlesView } from '../views/articles/ArticlesView';
import { CustomersView } from '../views/customers/CustomersView';
import { ScreenHelp } from '../views/guide/ScreenHelp';
import { FormsView } from '../views/forms/FormsView';
import { IntegrationsView } from '../views/integrations/IntegrationsView';
import { RUNS_PART } from '../views/log/LogParts';
import { LogView } from '../views/log/LogView';
import { OverviewView } from '../views/overview/OverviewView';
import { PlanningView } from '../views/planning/PlanningView';
import { QueueView } from '../views/queue/QueueView';
import { RunsView } from '../views/runs/RunsView';
import { SettingsView } from '../views/app-settings/SettingsView';
import { WorkOrdersView } from '../views/work-orders/WorkOrdersView';
import type { CompanySummary } from '../../preload/contract/views';
import { CompanyProblem } from '../views/companies/CompanyProblem';
import { useAppStore } from './app-store';
import styles from './App.module.css';
import { useAppShortcuts } from './use-app-shortcuts';
import { BugBoundary } from './BugBoundary';
import { ConnectionBanner } from './ConnectionBanner';
import { LeaveCompanyDialog } from './LeaveCompanyDialog';
import { Navigation } from './Navigation';
import type { Route } from './routes';
import { showTheme } from './theme';
import { TopBar } from './TopBar';
import { useRoute } from './use-route';

/** The frame around every screen. */
export function App() {
  const { t } = useTranslation();
  const route = useRoute();
  const language = useLanguage();
  const settings = useAppStore((store) => store.app?.settings);
  const company = useAppStore((store) => store.app?.company);
  useAppShortcuts();

  useEffect(() => {
    if (!settings) return;
    showTheme(settings.theme);
    void showLanguage(settings.language);
  }, [settings]);
  const companyName = company?.name;
  useEffect(() => {
    if (companyName !== undefined) document.title = `${companyName} – Simon Koppel`;
  }, [companyName]);

  return (
    <I18nProvider locale={LOCALE[language]}>
      <div className={styles.app}>
        <Navigation current={route.view} />
        <div className={styles.side}>
          <TopBar />
          <main key={route.view} className={styles.main} aria-label={t(`ui.nav.${route.view}`)}>
            <div className={styles.banner}>
              <ConnectionBanner />
            </div>
            <BugBoundary>{company ? <CompanyScreen company={company} route={route} /> : <LoadingState />}</BugBoundary>
          </main>
        </div>
        <LeaveCompanyDialog />
        <ToastRegion />
      </div>
    </I18nProvider>
  );
}

/** The settings of the app show whatever is wrong with the company. */
function CompanyScreen({ company: { problem, ...company }, route }: { company: CompanySummary; route: Route }) {
  return problem !== null && route.view !== 'settings' ? (
    <CompanyProblem company={{ ...company, problem }} />
  ) : (
    <ScreenHelp view={route.view}>
      <Screen route={route} />
    </ScreenHelp>
  );
}

function Screen({ route }: { route: Route }) {
  switch (route.view) {
    case 'overview':
      return <OverviewView />;
    case 'work-orders':
      return <WorkOrdersView route={route} />;
    case 'planning':
      return <PlanningView />;
    case 'customers':
      return <CustomersView route={route} />;
    case 'articles':
      return <ArticlesView />;
    case 'forms':
      return <FormsView route={route} />;
    case 'queue':
      return <QueueView route={route} />;
    case 'integrations':
      return <IntegrationsView route={route} />;
    case 'log':
      return route.detail === RUNS_PART ? <RunsView /> : <LogView />;
    case 'settings':
      return <SettingsView route={route} />;
  }
}
