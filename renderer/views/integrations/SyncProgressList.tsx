import { useTranslation } from 'react-i18next';
import type { SyncProgress } from '../../../preload/contract/views';
import { ProgressBar } from '../../ui/ProgressBar';
import styles from './SyncProgressList.module.css';

/** The tables of the run that is going on, one bar each. */
export function SyncProgressList({ lines }: { lines: readonly SyncProgress[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.list}>
      {lines.map((line) => (
        <ProgressBar
          key={line.resource}
          label={t(`ui.resource.${line.resource}`)}
          done={line.done}
          total={line.finished ? line.done : line.total}
          perMinute={line.finished ? null : line.perSecond * 60}
          timeLeftMs={line.finished || line.secondsLeft === null ? null : line.secondsLeft * 1000}
        />
      ))}
    </div>
  );
}
