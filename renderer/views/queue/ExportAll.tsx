import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { showToast } from '../../ui/toasts';

/** Keeps a table of every archived work order and what became of it, for the accountant. */
export function ExportAll() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    setIsBusy(true);
    try {
      const outcome = await api.queue.exportAll();
      if (outcome === null) return;
      if (!outcome.ok) return showToast('error', problemText(outcome.problem, language).message);
      const { rows: count, file } = outcome.value;
      showToast('success', t('ui.queue.exportedAll', { count, file }));
    } finally {
      setIsBusy(false);
    }
  };
  return (
    <Button size="small" icon={Download} isBusy={isBusy} onPress={() => void save()}>
      {t('ui.queue.exportAll')}
    </Button>
  );
}
