import { useTranslation } from 'react-i18next';
import { navigate } from '../../shell/use-route';
import { SegmentedControl } from '../../ui/SegmentedControl';

/** What stands behind `#/log/` for the history of runs. */
export const RUNS_PART = 'runs';

const PARTS = ['messages', RUNS_PART] as const;

/** The two ways to look back: message by message, or run by run. */
export function LogParts({ chosen }: { chosen: (typeof PARTS)[number] }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      label={t('ui.log.parts.label')}
      choices={PARTS.map((id) => ({ id, label: t(`ui.log.parts.${id}`) }))}
      chosen={chosen}
      onChoose={(id) => navigate('log', id === RUNS_PART ? RUNS_PART : null)}
    />
  );
}
