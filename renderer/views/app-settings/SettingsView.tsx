import { useAppStore } from '../../shell/app-store';
import type { Route } from '../../shell/routes';
import { CompanySettingsView } from '../company-settings/CompanySettingsView';
import { AppSettings } from './AppSettings';
import { isSection } from './sections';
import { COMPANY_PART } from './SettingsParts';

/** Instellingen: of the app, or of the company. */
export function SettingsView({ route: { detail } }: { route: Route }) {
  const isOpen = useAppStore((store) => store.app?.company.problem === null);
  if (detail === COMPANY_PART && isOpen) return <CompanySettingsView />;
  return <AppSettings section={isSection(detail) ? detail : null} />;
}
