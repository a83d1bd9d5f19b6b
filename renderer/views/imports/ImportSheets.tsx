import { useTranslation } from 'react-i18next';
import type { OpenedImport } from '../../../preload/contract/imports';
import { Select } from '../../ui/Select';

type Props = {
  opened: OpenedImport;
  onChoose: (sheet: string) => void;
};

/** Which sheet of a workbook is taken in; nothing to choose when there is one. */
export function ImportSheets({ opened: { sheets, sheet }, onChoose }: Props) {
  const { t } = useTranslation();
  if (sheets.length < 2) return null;
  return (
    <Select
      label={t('ui.imports.sheet')}
      value={sheet}
      onChange={onChoose}
      options={sheets.map((name) => ({ value: name, label: name }))}
    />
  );
}
