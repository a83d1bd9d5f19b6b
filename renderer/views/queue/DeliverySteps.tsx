import { useTranslation } from 'react-i18next';
import type { DeliveryStep } from '../../../preload/contract/views';
import { useFormats } from '../../i18n/use-formats';
import styles from './DeliverySteps.module.css';

/** Everything that happened to an entry, in order. */
export function DeliverySteps({ steps }: { steps: readonly DeliveryStep[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (steps.length === 0) return null;
  return (
    <section className={styles.section}>
      <h3>{t('ui.queue.steps')}</h3>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          // Steps are only ever added at the end.
          <li key={index} className={styles.step}>
            <span className={styles.when}>{formats.momentExact(step.atMs)}</span>
            <span>
              {t(`ui.deliveryStep.${step.step}`)}
              {step.detail === '' ? null : <span className={styles.detail}> {step.detail}</span>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
