import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats';
import styles from './ProgressBar.module.css';

type Props = {
  /** What is being counted. */
  label: string;
  done: number;
  /** Null while nobody knows how many there are. */
  total: number | null;
  perMinute?: number | null;
  timeLeftMs?: number | null;
};

/** How far a long piece of work is: count, rate and time left. */
export function ProgressBar({ label, done, total, perMinute = null, timeLeftMs = null }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  // Before the first one there is no rate yet.
  const rate = perMinute === 0 ? null : perMinute;
  const counted =
    total === null
      ? t('ui.progress.done', { done: formats.count(done) })
      : t('ui.progress.doneOf', { done: formats.count(done), total: formats.count(total) });
  return (
    <AriaProgressBar
      className={styles.progress}
      value={done}
      maxValue={Math.max(total ?? 1, 1)}
      isIndeterminate={total === null}
      valueLabel={counted}
    >
      {({ percentage }) => (
        <>
          <div className={styles.head}>
            <Label className={styles.label}>{label}</Label>
            <span className={styles.counted}>{counted}</span>
          </div>
          <div className={styles.track}>
            <div
              className={percentage === undefined ? styles.unknown : styles.bar}
              style={percentage === undefined ? undefined : { width: `${percentage}%` }}
            />
          </div>
          {rate !== null || timeLeftMs !== null ? (
            <p className={styles.rate}>
              {[
                rate === null ? null : t('ui.progress.perMinute', { rate: formats.count(rate) }),
                timeLeftMs === null ? null : t('ui.progress.timeLeft', { duration: formats.duration(timeLeftMs) }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
          ) : null}
        </>
      )}
    </AriaProgressBar>
  );
}
