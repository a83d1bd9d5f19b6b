import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportedList, ExportFormat, ExportProgress } from '../../../preload/contract/exports';
import { api, onEvent } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { showToast } from '../../ui/toasts';

export interface ListExport {
  /** True once the file was made. */
  readonly save: (what: ExportedList, format: ExportFormat) => Promise<boolean>;
  readonly isBusy: boolean;
  /** Null until the first rows are in the file. */
  readonly progress: ExportProgress | null;
}

/** Saves a list as a file, tells how far it is, and how it ended. */
export function useExport(): ListExport {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const [isBusy, setIsBusy] = useState(false);
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  useEffect(() => (isBusy ? onEvent('export:progress', setProgress) : undefined), [isBusy]);

  const save = async (what: ExportedList, format: ExportFormat): Promise<boolean> => {
    setIsBusy(true);
    try {
      const outcome = await api.exports.save({ what, format });
      if (outcome === null) return false;
      if (!outcome.ok) {
        const { message, action } = problemText(outcome.problem, language);
        showToast('error', [message, action].filter(Boolean).join(' '));
        return false;
      }
      const { rows: count, file } = outcome.value;
      showToast('success', t('ui.export.saved', { count, shown: formats.count(count), file }));
      return true;
    } finally {
      setIsBusy(false);
      setProgress(null);
    }
  };
  return { save, isBusy, progress };
}
