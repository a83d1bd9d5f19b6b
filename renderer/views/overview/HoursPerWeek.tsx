import { useTranslation } from 'react-i18next';
import type { WeekOfHours } from '../../../preload/contract/figures';
import { formatMinutes } from '../../i18n/minutes-input';
import { useFormats } from '../../i18n/use-formats';
import { ChartPanel } from './ChartPanel';

const MINUTES_AN_HOUR = 60;

/** Work and travel time of the last weeks. */
export function HoursPerWeek({ weeks }: { weeks: readonly WeekOfHours[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ChartPanel
      title={t('ui.overview.hours.title')}
      // Whole hours are as much as can be seen; the table has the minutes.
      bars={weeks.map(({ monday, workMinutes, travelMinutes }) => ({
        label: formats.dateShort(monday),
        parts: [workMinutes, travelMinutes].map((minutes) => minutes / MINUTES_AN_HOUR),
      }))}
      format={formats.count}
      legend={[t('ui.overview.hours.work'), t('ui.overview.hours.travel')]}
      head={[
        t('ui.overview.hours.week'),
        t('ui.overview.hours.work'),
        t('ui.overview.hours.travel'),
        t('ui.overview.hours.total'),
      ]}
      rows={weeks.map(({ monday, workMinutes, travelMinutes }) => [
        formats.date(monday),
        ...[workMinutes, travelMinutes, workMinutes + travelMinutes].map(formatMinutes),
      ])}
      empty={t('ui.overview.hours.none')}
    />
  );
}
