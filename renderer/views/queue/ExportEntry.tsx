import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { SaveFileIcon } from '../../ui/icons';
import { showToast } from '../../ui/toasts';

type Format = Parameters<typeof api.queue.export>[0]['format'];
const FORMATS = ['pdf', 'json'] as const satisfies readonly Format[];

/** Keeps the record of one work order as a file: to read and print, or for the helpdesk. */
export function ExportEntry({ entryId }: { entryId: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [busyWith, setBusyWith] = useState<Format | null>(null);
  const save = async (format: Format) => {
    setBusyWith(format);
    try {
      const outcome = await api.queue.export({ id: entryId, format });
      if (outcome === null) return;
      if (outcome.ok) showToast('success', t('ui.sent.exported', { file: outcome.value.file }));
      else showToast('error', problemText(outcome.problem, language).message);
    } finally {
      setBusyWith(null);
    }
  };
  return FORMATS.map((format) => (
    <Button
      key={format}
      size="small"
      icon={SaveFileIcon}
      isBusy={busyWith === format}
      isDisabled={busyWith !== null && busyWith !== format}
      onPress={() => void save(format)}
    >
      {t(`ui.sent.export.${format}`)}
    </Button>
  ));
}
