import { useTranslation } from 'react-i18next';
import type { WorkOrderDetail } from '../../../preload/contract/views';
import { formatMinutes } from '../../i18n/minutes-input';
import { useFormats } from '../../i18n/use-formats';
import { Facts } from '../../ui/Facts';
import styles from './SignaturePanel.module.css';
import { timeTotal } from './time-totals';

/** What a customer signs for, in a few lines. */
export function SignedFor({ workOrder }: { workOrder: WorkOrderDetail }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { description, times, articles, articleRows } = workOrder;
  const { workMinutes, travelMinutes } = timeTotal(times);
  const nothing = t('ui.signature.nothing');
  return (
    <section className={styles.content} aria-label={t('ui.signature.for')}>
      <Facts
        facts={[
          {
            label: t('ui.signature.work'),
            value: <span className={styles.text}>{description.trim() || nothing}</span>,
          },
          {
            label: t('ui.signature.time'),
            value:
              times.length === 0
                ? nothing
                : t('ui.signature.timeText', {
                    work: formatMinutes(workMinutes),
                    travel: formatMinutes(travelMinutes),
                  }),
          },
          {
            label: t('ui.signature.articles'),
            value:
              articles.length === 0 ? (
                nothing
              ) : (
                <ul className={styles.articles}>
                  {articles.map(({ articleId, quantity, description: own }, index) => (
                    <li key={index}>
                      {formats.decimal(quantity)} × {own ?? articleRows.find(({ id }) => id === articleId)?.description}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </section>
  );
}
