import { useTranslation } from 'react-i18next';
import type { LogRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { useLoaded } from '../../ui/use-loaded';
import styles from './LogView.module.css';

/** More than anybody reads; the newest are shown. */
const MOST_MOMENTS = 200;

/** A folded message unfolded: each time that it came. */
export function LogMoments({ row }: { row: LogRow }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { value, failure, retry } = useLoaded(
    () => api.log.moments({ id: row.id, limit: MOST_MOMENTS }),
    String(row.id),
    0,
  );
  if (failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  if (!value) return <LoadingState />;
  return (
    <>
      <ol className={styles.moments}>
        {value.map(({ atMs }, index) => (
          <li key={index}>{formats.momentExact(atMs)}</li>
        ))}
      </ol>
      {value.length < row.count ? (
        <p>{t('ui.log.momentsLeft', { shown: formats.count(row.count - value.length) })}</p>
      ) : null}
    </>
  );
}
