import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../preload/contract/views';
import { Figures } from './Figures';

/** What is on its way to the accounting package, and what there waits for the office. */
export function QueueFigures({ queue, pdfs }: Pick<Overview, 'queue' | 'pdfs'>) {
  const { t } = useTranslation();
  return (
    <Figures
      title={t('ui.overview.queue')}
      figures={[
        { label: t('ui.delivery.waiting'), count: queue.waiting + queue.sending, view: 'queue', detail: 'waiting' },
        {
          label: t('ui.delivery.blocked'),
          count: queue.blocked,
          view: 'queue',
          detail: 'blocked',
          isAlarming: true,
        },
        { label: t('ui.delivery.unsure'), count: queue.unsure, view: 'queue', detail: 'unsure', isAlarming: true },
        { label: t('ui.delivery.skipped'), count: queue.skipped, view: 'queue', detail: 'skipped' },
        { label: t('ui.delivery.booked'), count: queue.booked, view: 'queue', detail: 'booked' },
        ...(pdfs.open > 0
          ? [{ label: t('ui.overview.pdfsOpen'), count: pdfs.open, view: 'queue', detail: 'booked' } as const]
          : []),
        ...(pdfs.held > 0
          ? [
              {
                label: t('ui.overview.pdfsHeld'),
                count: pdfs.held,
                view: 'queue',
                detail: 'pdfs',
                isAlarming: true,
              } as const,
            ]
          : []),
      ]}
    />
  );
}
