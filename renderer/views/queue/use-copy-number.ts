import { useTranslation } from 'react-i18next';
import { copyText } from '../../ui/copy-text';
import { showToast } from '../../ui/toasts';

/** Puts the number of a document on the clipboard, and says so. */
export function useCopyNumber(): (number: string) => void {
  const { t } = useTranslation();
  return (number) => {
    if (copyText(number)) showToast('success', t('ui.queue.numberCopied', { number }));
  };
}
