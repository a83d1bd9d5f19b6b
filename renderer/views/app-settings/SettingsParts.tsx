import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { SegmentedControl } from '../../ui/SegmentedControl';

/** What stands behind `#/settings/` for the choices of the company. */
export const COMPANY_PART = 'company';
const PARTS = ['app', COMPANY_PART] as const;

/** Instellingen of the app, or of the company: the latter only when its data are open. */
export function SettingsParts({ chosen }: { chosen: (typeof PARTS)[number] }) {
  const { t } = useTranslation();
  const isOpen = useAppStore((store) => store.app?.company.problem === null);
  if (!isOpen) return null;
  return (
    <SegmentedControl
      label={t('ui.settings.parts')}
      choices={PARTS.map((id) => ({ id, label: t(`ui.settings.part.${id}`) }))}
      chosen={chosen}
      onChoose={(part) => navigate('settings', part === COMPANY_PART ? part : null)}
    />
  );
}
