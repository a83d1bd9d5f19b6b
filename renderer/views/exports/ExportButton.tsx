import { useTranslation } from 'react-i18next';
import type { ExportedList } from '../../../preload/contract/exports';
import { ActionMenu } from '../../ui/ActionMenu';
import { CsvIcon, SaveFileIcon, SpreadsheetIcon } from '../../ui/icons';
import { ExportProgressDialog } from './ExportProgressDialog';
import { useExport } from './use-export';

/** Saves everything that a list shows now, in its order, as CSV or Excel. */
export function ExportButton({ what, size = 'small' }: { what: () => ExportedList; size?: 'small' | 'medium' }) {
  const { t } = useTranslation();
  const { save, isBusy, progress } = useExport();
  return (
    <>
      <ActionMenu
        label={t('ui.export.button')}
        icon={SaveFileIcon}
        size={size}
        isBusy={isBusy}
        actions={[
          { id: 'xlsx', label: t('ui.export.xlsx'), icon: SpreadsheetIcon },
          { id: 'csv', label: t('ui.export.csv'), icon: CsvIcon },
        ]}
        onAction={(format) => void save(what(), format)}
      />
      {progress === null ? null : <ExportProgressDialog progress={progress} />}
    </>
  );
}
