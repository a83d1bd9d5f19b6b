import { useTranslation } from 'react-i18next';
import { BugInMain, RefusedByComputer } from '../api';
import { Banner } from './Banner';
import { Button } from './Button';
import { ProblemBanner } from './ProblemBanner';

type Props = {
  /** What was thrown. */
  failure: unknown;
  onRetry: () => void;
};

/** A screen or list that could not be read: something broke in the app itself, or the computer refused. */
export function ErrorState({ failure, onRetry }: Props) {
  const { t } = useTranslation();
  const retry = (
    <Button size="small" onPress={onRetry}>
      {t('ui.action.retry')}
    </Button>
  );
  if (failure instanceof RefusedByComputer) return <ProblemBanner problem={failure.problem} actions={retry} />;
  const id = failure instanceof BugInMain ? failure.id : null;
  return (
    <Banner tone="error" title={t('ui.state.brokenTitle')} actions={retry}>
      {id === null ? t('ui.state.broken') : t('ui.state.brokenWithId', { id })}
    </Banner>
  );
}
