import { useTranslation } from 'react-i18next';
import type { PaperChoices } from '../../../preload/contract/company-settings';
import { Checkbox } from '../../ui/Checkbox';
import { Select } from '../../ui/Select';

type Props = {
  choices: PaperChoices;
  onChange: (choices: PaperChoices) => void;
  /** Prices and notes stand on work orders only. */
  isOfForms: boolean;
};

/** How this one paper is made. */
export function PaperChoiceFields({ choices, onChange, isOfForms }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t('ui.pdf.language')}
        value={choices.language}
        onChange={(language) => onChange({ ...choices, language })}
        options={(['nl', 'en'] as const).map((value) => ({ value, label: t(`ui.pdf.languages.${value}`) }))}
      />
      {isOfForms ? null : (
        <>
          <Checkbox isSelected={choices.prices} onChange={(prices) => onChange({ ...choices, prices })}>
            {t('ui.pdf.prices')}
          </Checkbox>
          <Checkbox isSelected={choices.notes} onChange={(notes) => onChange({ ...choices, notes })}>
            {t('ui.pdf.notes')}
          </Checkbox>
        </>
      )}
    </>
  );
}
