import { useTranslation } from 'react-i18next';
import type { QueueDetail } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { copyText } from '../../ui/copy-text';
import { OpenElsewhereIcon } from '../../ui/icons';
import { showToast } from '../../ui/toasts';
import { useLoaded } from '../../ui/use-loaded';
import { usePackageLabel } from './use-package-label';

/**
 * Opens a document in the package's own app. Where that has no page for it, what to look for goes to the clipboard: the
 * number, or the marker while only that is known. Nothing where there is nothing to open.
 */
export function OpenDocument({ entry }: { entry: QueueDetail }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const labelOf = usePackageLabel();
  const { value: shows } = useLoaded(
    () => api.queue.documentPage(entry.id),
    `${entry.id} ${entry.state}`,
    useRevision('queue'),
  );
  if (!shows || entry.package === null) return null;
  const label = labelOf(entry.package);

  const open = async () => {
    const wanted = entry.documentNumber ?? entry.marker;
    // Before the browser comes in front: a window behind it has no clipboard.
    const isCopied = shows !== 'document' && copyText(wanted);
    const outcome = await api.queue.openDocument(entry.id);
    if (!outcome.ok) {
      const { message, action } = problemText(outcome.problem, language);
      showToast('error', [message, action].filter(Boolean).join(' '));
    } else if (isCopied) showToast('success', t(`ui.queue.opened.${shows}`, { package: label, wanted }));
  };

  return (
    <Button size="small" icon={OpenElsewhereIcon} onPress={() => void open()}>
      {t('ui.queue.openIn', { package: label })}
    </Button>
  );
}
