import { useTranslation } from 'react-i18next';
import { mendedBy, type QueueGroup } from '../../../preload/contract/queue-decisions';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { CorrectIcon, FoldIcon, RetryIcon, UnfoldIcon } from '../../ui/icons';
import { correctionOf } from './row-action';
import styles from './QueueGroupHeading.module.css';

type Props = {
  group: QueueGroup;
  isOpen: boolean;
  /** Whether entries of this box can be tried again, or corrected. */
  mayRetry: boolean;
  mayCorrect: boolean;
  onRetry: () => void;
  onCorrect: () => void;
};

/** What entries have in common: how many, why, what to do, and one button for all of them. */
export function QueueGroupHeading({ group, isOpen, mayRetry, mayCorrect, onRetry, onCorrect }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const { problem, entries } = group;
  const text = problem === null ? null : problemText(problem, language);
  const mends = problem === null ? [] : mendedBy(problem);
  return (
    <>
      <Icon of={isOpen ? FoldIcon : UnfoldIcon} size="small" />
      <span className={styles.text} title={text?.action ?? undefined}>
        <strong>{t('ui.queue.groupCount', { count: entries, shown: formats.count(entries) })}</strong>
        {` ${text?.message ?? t('ui.queue.noCause')}`}
        {text?.action ? <span className={styles.action}>{` ${text.action}`}</span> : null}
      </span>
      {mayCorrect && mends.length > 0 && problem?.code !== 'no-customer' ? (
        <Button size="small" icon={CorrectIcon} excludeFromTabOrder onPress={onCorrect}>
          {t(`ui.queue.action.${correctionOf(mends)}`)}
        </Button>
      ) : null}
      {mayRetry ? (
        <Button size="small" icon={RetryIcon} excludeFromTabOrder onPress={onRetry}>
          {t('ui.queue.retryGroup')}
        </Button>
      ) : null}
    </>
  );
}
