import { useTranslation } from 'react-i18next';
import type { ImportOutcome } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';

/** What came in from a file, and which lines did not and why. */
export function ImportReport({ outcome, onClose }: { outcome: ImportOutcome; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Dialog
      title={t('ui.workOrders.importReport')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('ui.action.close')}</Button>}
    >
      <Banner tone="success" title={t('ui.workOrders.importedCount', { count: outcome.imported.length })} />
      {outcome.refused.map(({ line, record, problem }) => {
        const { message, action } = problemText(problem, language);
        return (
          <Banner key={line} tone="error" title={t('ui.workOrders.importLine', { line, record })}>
            {message} {action}
          </Banner>
        );
      })}
    </Dialog>
  );
}
