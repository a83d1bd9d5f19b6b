import { useTranslation } from 'react-i18next';
import type { LeftAlone } from '../../../preload/contract/queue-decisions';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import styles from './StayingList.module.css';

type Props = { title: string; staying: readonly LeftAlone[] };

/** Work orders that a decision leaves as they are, by the reason why. */
export function StayingList({ title, staying }: Props) {
  const language = useLanguage();
  const { t } = useTranslation();
  if (staying.length === 0) return null;
  const byReason = new Map<string, LeftAlone[]>();
  for (const one of staying) {
    const reason = problemText(one.problem, language).message;
    byReason.set(reason, [...(byReason.get(reason) ?? []), one]);
  }
  return (
    <section className={styles.staying}>
      <h3>{title}</h3>
      <ul>
        {[...byReason].map(([reason, ones]) => (
          <li key={reason}>
            <span className={styles.numbers}>
              {t('ui.queue.numbers', { count: ones.length, numbers: ones.map(({ number }) => number).join(', ') })}
            </span>{' '}
            {reason}
          </li>
        ))}
      </ul>
    </section>
  );
}
