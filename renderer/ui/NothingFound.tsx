import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { EmptyState } from './EmptyState';
import { NothingFoundIcon } from './icons';

type Props = {
  /** What leaves nothing over: a text that was typed, or a filter that was chosen. */
  by: 'search' | 'filter';
  /** Shows everything again. */
  onClear: () => void;
};

/** A list that holds rows, none of which fits what is asked. */
export function NothingFound({ by, onClear }: Props) {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={NothingFoundIcon}
      title={t('ui.table.nothingFound')}
      actions={
        <Button onPress={onClear}>{t(by === 'search' ? 'ui.action.clearSearch' : 'ui.action.clearFilter')}</Button>
      }
    >
      {t(by === 'search' ? 'ui.table.nothingFoundText' : 'ui.table.nothingFoundFilter')}
    </EmptyState>
  );
}
