import { useTranslation } from 'react-i18next';
import type { PullPace } from '../../../preload/contract/about-app';
import { api } from '../../api';
import { useAppStore } from '../../shell/app-store';
import { Panel } from '../../ui/Panel';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { useLoaded } from '../../ui/use-loaded';
import styles from './Settings.module.css';
import { useSettingsStore } from './settings-store';

const OWN_PACE = 'own';
const INTERVALS_MINUTES = [5, 10, 15, 30, 60, 240] as const;

/** Starting with the computer, and how often changes are fetched. */
export function PacePanel() {
  const { t } = useTranslation();
  const settings = useAppStore((store) => store.app?.settings);
  const change = useSettingsStore((store) => store.change);
  const { value: paces } = useLoaded(() => api.app.pullPaces(), '', 0);
  if (!settings) return null;
  const minutes = settings.pullIntervalMinutes;
  const everyMinutes = (count: number) => t('ui.settings.everyMinutes', { count });
  // More often than every package allows would say what does not happen.
  const least = Math.min(...(paces ?? []).map(({ minimumMinutes }) => minimumMinutes));
  const fitting = INTERVALS_MINUTES.filter((count) => paces === undefined || paces.length === 0 || count >= least);
  const offered =
    minutes === null || fitting.some((known) => known === minutes)
      ? [...fitting]
      : [...fitting, minutes].sort((a, b) => a - b);
  const limitOf = ({ company, label, minimumMinutes, standardMinutes }: PullPace) => {
    const wanted = minutes ?? standardMinutes;
    return t(wanted < minimumMinutes ? 'ui.settings.paceHeld' : 'ui.settings.paceLimit', {
      company,
      package: label,
      every: t('ui.settings.paceEvery', { count: Math.max(wanted, minimumMinutes) }),
      limit: t('ui.settings.paceEvery', { count: minimumMinutes }),
    });
  };

  return (
    <Panel title={t('ui.settings.background')}>
      <Switch
        isSelected={settings.startWithComputer}
        onChange={(startWithComputer) => void change({ startWithComputer })}
        help={t('ui.settings.startWithComputerHelp')}
      >
        {t('ui.settings.startWithComputer')}
      </Switch>
      <Select
        label={t('ui.settings.interval')}
        help={t('ui.settings.intervalHelp')}
        value={minutes === null ? OWN_PACE : String(minutes)}
        onChange={(value) => void change({ pullIntervalMinutes: value === OWN_PACE ? null : Number(value) })}
        options={[
          { value: OWN_PACE, label: t('ui.settings.intervalOwn') },
          ...offered.map((count) => ({ value: String(count), label: everyMinutes(count) })),
        ]}
      />
      {paces === undefined || paces.length === 0 ? null : (
        <ul className={styles.notes}>
          {paces.map((pace) => (
            <li key={`${pace.company} ${pace.label}`}>{limitOf(pace)}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
