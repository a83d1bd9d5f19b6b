import { useTranslation } from 'react-i18next';
import type { ExportedList } from '../../../preload/contract/exports';
import { ActionMenu } from '../../ui/ActionMenu';
import { CsvIcon, SaveFileIcon, SpreadsheetIcon } from '../../ui/icons';
import { ExportProgressDialog } from './ExportProgressDialog';
import { useExport } from './use-export';

type Props = {
  /** The days and the work that the board shows. */
  board: () => ExportedList;
  /** What stays to be planned, as it is searched. */
  unplanned: () => ExportedList;
};

const ICONS = { xlsx: SpreadsheetIcon, csv: CsvIcon } as const;
const CHOICES = [
  ['board', 'xlsx'],
  ['board', 'csv'],
  ['unplanned', 'xlsx'],
  ['unplanned', 'csv'],
] as const;

/** Saves one of the two lists of the planning screen. */
export function ExportPlanning(lists: Props) {
  const { t } = useTranslation();
  const { save, isBusy, progress } = useExport();
  return (
    <>
      <ActionMenu
        label={t('ui.export.button')}
        icon={SaveFileIcon}
        size="medium"
        isBusy={isBusy}
        actions={CHOICES.map(([list, format]) => ({
          id: `${list}-${format}` as const,
          label: t(`ui.export.${list}`, { format: t(`ui.export.${format}`) }),
          icon: ICONS[format],
        }))}
        onAction={(id) => {
          const [list, format] = CHOICES.find((choice) => choice.join('-') === id) ?? CHOICES[0];
          void save(lists[list](), format);
        }}
      />
      {progress === null ? null : <ExportProgressDialog progress={progress} />}
    </>
  );
}
