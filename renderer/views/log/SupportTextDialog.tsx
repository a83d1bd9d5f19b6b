import { useTranslation } from 'react-i18next';
import type { SupportSubject } from '../../../preload/contract/listing';
import { api } from '../../api';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copy-text';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/ErrorState';
import { CopyIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { showToast } from '../../ui/toasts';
import { useLoaded } from '../../ui/use-loaded';
import styles from './SupportTextDialog.module.css';

/** Messages as a text for the helpdesk, without personal data; seen before it is copied. */
export function SupportTextDialog({ about, onClose }: { about: SupportSubject; onClose: () => void }) {
  const { t } = useTranslation();
  const { value, failure, retry } = useLoaded(() => api.log.supportText(about), JSON.stringify(about), 0);
  const copy = () => {
    if (value === undefined || value === null || !copyText(value)) return;
    showToast('success', t('ui.support.copied'));
    onClose();
  };
  return (
    <Dialog
      title={t('ui.support.title')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button onPress={onClose}>{t('ui.action.cancel')}</Button>
          <Button variant="primary" icon={CopyIcon} isDisabled={!value} onPress={copy}>
            {t('ui.support.copy')}
          </Button>
        </>
      }
    >
      <p>{t('ui.support.text')}</p>
      {failure !== null ? (
        <ErrorState failure={failure} onRetry={retry} />
      ) : value ? (
        // Scrolls by keyboard too.
        <pre className={styles.text} tabIndex={0} aria-label={t('ui.support.shown')} role="region">
          {value}
        </pre>
      ) : (
        <LoadingState />
      )}
    </Dialog>
  );
}
