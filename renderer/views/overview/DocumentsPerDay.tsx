import { useTranslation } from 'react-i18next';
import type { DayOfDocuments } from '../../../preload/contract/figures';
import { useFormats } from '../../i18n/use-formats';
import { ChartPanel } from './ChartPanel';

/** Documents of the last days, by the day of archiving. */
export function DocumentsPerDay({ days }: { days: readonly DayOfDocuments[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <ChartPanel
      title={t('ui.overview.documents.title')}
      bars={days.map(({ day, booked }) => ({ label: formats.dateShort(day), parts: [booked] }))}
      format={formats.count}
      head={[t('ui.overview.documents.day'), t('ui.overview.documents.booked')]}
      rows={days.map(({ day, booked }) => [formats.date(day), formats.count(booked)])}
      empty={t('ui.overview.documents.none')}
    />
  );
}
