import { useTranslation } from 'react-i18next';
import styles from './LoadingState.module.css';
import { Spinner } from './Spinner';

/** In the place of a screen that is still being read. Appears only when it takes a moment. */
export function LoadingState() {
  const { t } = useTranslation();
  return (
    <p className={styles.loading} role="status">
      <Spinner />
      {t('ui.state.loading')}
    </p>
  );
}
