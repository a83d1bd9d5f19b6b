import { useTranslation } from 'react-i18next';
import type { ArchiveOutcome, WorkOrderName } from '../../../preload/contract/views';
import type { Problem } from '../../../preload/contract/model';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { navigate } from '../../shell/use-route';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import styles from './ArchiveDialog.module.css';

type Props = {
  outcome: ArchiveOutcome;
  /** How many were not reached, because the office stopped. */
  left: number;
  /** Before a work order opens. */
  onGo: () => void;
};

/** What became of each work order, with the way to those that need the office. */
export function ArchiveResult({ outcome: { archived, refused }, left, onGo }: Props) {
  const { t } = useTranslation();
  const held = archived.filter(({ state }) => state === 'blocked' || state === 'skipped');
  const under = archived.length - held.length;
  return (
    <>
      {under > 0 ? <Banner tone="success" title={t('ui.archiving.doneTitle', { count: under })} /> : null}
      {left > 0 ? <Banner tone="info" title={t('ui.archiving.stopped', { count: left })} /> : null}
      <Reasons title={t('ui.archiving.refusedTitle', { count: refused.length })} rows={refused} onGo={onGo} />
      <Reasons title={t('ui.archiving.heldTitle', { count: held.length })} rows={held} onGo={onGo} />
    </>
  );
}

type ReasonsProps = {
  title: string;
  rows: readonly (WorkOrderName & { readonly problem: Problem | null })[];
  onGo: () => void;
};

function Reasons({ title, rows, onGo }: ReasonsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (rows.length === 0) return null;
  return (
    <section className={styles.found}>
      <h3>{title}</h3>
      {rows.map(({ id, number, problem }) => {
        const text = problem === null ? null : problemText(problem, language);
        return (
          <div key={id} className={styles.workOrder}>
            <p className={styles.name}>{number}</p>
            {text === null ? null : (
              <p>
                {text.message} {text.action}
              </p>
            )}
            <div>
              <Button
                size="small"
                onPress={() => {
                  onGo();
                  navigate('work-orders', id);
                }}
              >
                {t('ui.archiving.open', { number })}
              </Button>
            </div>
          </div>
        );
      })}
    </section>
  );
}
