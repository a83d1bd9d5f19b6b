import { useTranslation } from 'react-i18next';
import { BugInMain } from '../api';
import { Banner } from './Banner';
import { Button } from './Button';

type Props = {
  /** What was thrown. */
  failure: unknown;
  onRetry: () => void;
};

/** A screen or list that could not be read because something broke in the app itself. */
export function ErrorState({ failure, onRetry }: Props) {
  const { t } = useTranslation();
  const id = failure instanceof BugInMain ? failure.id : null;
  return (
    <Banner
      tone="error"
      title={t('ui.state.brokenTitle')}
      actions={
        <Button size="small" onPress={onRetry}>
          {t('ui.action.retry')}
        </Button>
      }
    >
      {id === null ? t('ui.state.broken') : t('ui.state.brokenWithId', { id })}
    </Banner>
  );
}
