import { useTranslation } from 'react-i18next';
import { effectsOf, type ImportRow } from '../../../preload/contract/imports';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ProblemBanner } from '../../ui/ProblemBanner';

/** One record in full: what it does, or what is wrong with it and what to do. */
export function ImportRowDialog({ row, onClose }: { row: ImportRow; onClose: () => void }) {
  const { t } = useTranslation();
  const effects = effectsOf(row);
  return (
    <Dialog
      title={`${t('ui.imports.line')} ${row.line}: ${row.label}`}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('ui.action.close')}</Button>}
    >
      {row.problem === null ? (
        <>
          <p>{[t(`import.outcome.${row.outcome}`), row.workOrder ?? ''].filter((part) => part !== '').join(' ')}</p>
          {effects.length === 0 ? null : (
            <ul>
              {effects.map(({ sentence, values }, index) => (
                <li key={index}>{t(`import.effect.${sentence}`, values)}</li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <ProblemBanner problem={row.problem} />
      )}
      {row.differs ? <Banner tone="warning" title={t('import.effect.differs')} /> : null}
    </Dialog>
  );
}
