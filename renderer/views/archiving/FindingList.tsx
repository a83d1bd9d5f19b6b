import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../preload/contract/archiving';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { StatusTag } from '../../ui/StatusTag';
import styles from './FindingList.module.css';
import { goToFinding } from './finding-place';

type Props = {
  workOrderId: number;
  findings: readonly Finding[];
  /** Before another screen or field shows. */
  onGo?: () => void;
};

/** What Simon found about a work order: what is wrong, what to do, and the way to where that is done. */
export function FindingList({ workOrderId, findings, onGo }: Props) {
  const { t } = useTranslation();
  const todo = useTodo();
  const language = useLanguage();
  return (
    <ul className={styles.list}>
      {findings.map(({ severity, problem, place }, index) => {
        const { message, action } = problemText(problem, language);
        return (
          <li key={`${problem.code} ${index}`} className={styles.finding}>
            <StatusTag tone={severity === 'stops' ? 'error' : 'warning'}>
              {t(`ui.archiving.severity.${severity}`)}
            </StatusTag>
            <p className={styles.text}>
              {message} {todo(problem.code) ?? action}
            </p>
            {place === null ? null : (
              <Button
                size="small"
                onPress={() => {
                  onGo?.();
                  goToFinding(workOrderId, place);
                }}
              >
                {t(`ui.archiving.goTo.${place.screen}`)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What to do while the work order is not archived yet, where the catalogue says something else for afterwards. */
function useTodo(): (code: string) => string | null {
  const { t, i18n } = useTranslation();
  return (code) => {
    const key = `ui.archiving.todo.${code}`;
    // The code comes from main, so the compiler cannot know the key.
    return i18n.exists(key) ? (t as (key: string) => string)(key) : null;
  };
}
