import { useTranslation } from 'react-i18next';
import { READY_AGES } from '../../../preload/contract/figures';
import { useFormats } from '../../i18n/use-formats';
import { ChartPanel } from './ChartPanel';

/** How long work orders that are reported ready wait to be archived. */
export function ReadyAges({ ages }: { ages: readonly number[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const labels = READY_AGES.map((to, index) => {
    const before = READY_AGES[index - 1] ?? null;
    return to === null
      ? t('ui.overview.ages.over', { days: before ?? 0 })
      : t('ui.overview.ages.upTo', { from: before === null ? 0 : before + 1, to });
  });
  return (
    <ChartPanel
      title={t('ui.overview.ages.title')}
      bars={labels.map((label, index) => ({ label, parts: [ages[index] ?? 0] }))}
      format={formats.count}
      head={[t('ui.overview.ages.days'), t('ui.overview.ages.count')]}
      rows={labels.map((label, index) => [label, formats.count(ages[index] ?? 0)])}
      empty={t('ui.overview.ages.none')}
    />
  );
}
