import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/IconButton';
import { CopyIcon } from '../../ui/icons';
import styles from './DocumentNumber.module.css';
import { useCopyNumber } from './use-copy-number';

/** The number that a document has in the package, to take along. */
export function DocumentNumber({ number }: { number: string }) {
  const { t } = useTranslation();
  const copy = useCopyNumber();
  return (
    <span className={styles.number}>
      {number}
      <IconButton icon={CopyIcon} size="small" label={t('ui.queue.action.copy-number')} onPress={() => copy(number)} />
    </span>
  );
}
