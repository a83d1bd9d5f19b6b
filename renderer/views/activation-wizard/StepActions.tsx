import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import styles from './StepActions.module.css';

/** Back at the left, the way on at the right. */
export function StepActions({ onBack, children }: { onBack: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={styles.actions}>
      <Button onPress={onBack}>{t('ui.action.back')}</Button>
      <div className={styles.on}>{children}</div>
    </div>
  );
}
