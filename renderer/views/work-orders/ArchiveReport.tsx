import { useTranslation } from 'react-i18next';
import type { ArchiveOutcome } from '../../../preload/contract/views';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';

/** Which work orders could not be archived, and why. Those that could are on their way already. */
export function ArchiveReport({ outcome, onClose }: { outcome: ArchiveOutcome; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Dialog
      title={t('ui.workOrders.archiveReport')}
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('ui.action.close')}</Button>}
    >
      {outcome.archived.length > 0 ? (
        <Banner tone="success" title={t('ui.workOrders.archivedCount', { count: outcome.archived.length })} />
      ) : null}
      {outcome.refused.map(({ number, problem }) => {
        const { message, action } = problemText(problem, language);
        return (
          <Banner key={number} tone="error" title={t('ui.workOrders.oneWithNumber', { number })}>
            {message} {action}
          </Banner>
        );
      })}
    </Dialog>
  );
}
