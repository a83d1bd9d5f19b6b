import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { ActionMenu } from '../../ui/ActionMenu';
import { CsvIcon, SaveFileIcon, SpreadsheetIcon } from '../../ui/icons';
import { showToast } from '../../ui/toasts';

/** Keeps the list of what becomes of each record, for whoever must mend the file. */
export function SaveResult() {
  const { t } = useTranslation();
  const language = useLanguage();
  const save = async (format: 'csv' | 'xlsx') => {
    const saved = await api.imports.saveResult({ format });
    if (saved === null) return;
    if (saved.ok) showToast('success', t('ui.imports.saved', { file: saved.value.file }));
    else showToast('error', problemText(saved.problem, language).message);
  };
  return (
    <ActionMenu
      label={t('ui.imports.saveResult')}
      icon={SaveFileIcon}
      size="medium"
      actions={[
        { id: 'xlsx', label: t('ui.imports.exampleXlsx'), icon: SpreadsheetIcon },
        { id: 'csv', label: t('ui.imports.exampleCsv'), icon: CsvIcon },
      ]}
      onAction={(format) => void save(format)}
    />
  );
}
