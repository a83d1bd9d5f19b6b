import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdoptedTable, AdoptionState } from '../../../preload/contract/adoption';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/ErrorState';
import { AdoptIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Spinner } from '../../ui/Spinner';
import { useLoaded } from '../../ui/use-loaded';
import styles from './AdoptStep.module.css';
import { AdoptRows } from './AdoptRows';
import type { StepProps } from './ExplainStep';
import { StepActions } from './StepActions';

/** Overnemen: which customer and which article here is which one in the package; the office decides where it is doubtful. */
export function AdoptStep({ manifest, onDone, onBack }: StepProps) {
  const { t } = useTranslation();
  const revision = useRevision('integrations');
  const { value, failure, retry } = useLoaded(() => api.integrations.adoptionState(), manifest.id, revision);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const read = useCallback(async () => {
    setProblem(null);
    const outcome = await api.integrations.adoptionRead(manifest.id);
    if (!outcome.ok) setProblem(outcome.problem);
  }, [manifest.id]);
  // What was read is kept; then it answers at once.
  useEffect(() => void read(), [read]);

  const finish = async () => {
    setIsBusy(true);
    setProblem(null);
    const outcome = await api.integrations.adoptionFinish(manifest.id).finally(() => setIsBusy(false));
    if (outcome.ok) onDone(outcome.value);
    else setProblem(outcome.problem);
  };

  if (failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  if (!value) return <LoadingState />;
  const isReady = value.customers.counts !== null && value.articles.counts !== null;
  const undecided = (value.customers.counts?.undecided ?? 0) + (value.articles.counts?.undecided ?? 0);
  return (
    <>
      <p className={styles.prose}>{t('ui.adopt.text', { name: manifest.label })}</p>
      {problem ? <ProblemBanner problem={problem} /> : null}
      {isReady ? <Matches state={value} /> : <Reading state={value} isStopped={problem !== null} />}
      <p className={styles.prose}>{t('ui.adopt.then', { name: manifest.label })}</p>
      <StepActions onBack={onBack}>
        {isReady ? (
          <span className={styles.left} role="status">
            {undecided === 0 ? t('ui.adopt.allDecided') : t('ui.adopt.undecided', { count: undecided })}
          </span>
        ) : problem ? (
          <Button onPress={() => void read()}>{t('ui.action.retry')}</Button>
        ) : null}
        <Button
          variant="primary"
          icon={AdoptIcon}
          isDisabled={!isReady || undecided > 0}
          isBusy={isBusy}
          onPress={() => void finish()}
        >
          {t('ui.adopt.finish')}
        </Button>
      </StepActions>
    </>
  );
}

function Reading({ state, isStopped }: { state: AdoptionState; isStopped: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <p className={styles.reading} role="status">
      {isStopped ? null : <Spinner />}
      {t('ui.adopt.reading', {
        customers: formats.count(state.customers.read),
        articles: formats.count(state.articles.read),
      })}
    </p>
  );
}

function Matches({ state }: { state: AdoptionState }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [table, setTable] = useState<AdoptedTable>('customers');
  const { counts } = state[table];
  if (counts === null) return null;
  const tableLabel = (id: AdoptedTable) => {
    const left = state[id].counts?.undecided ?? 0;
    const name = t(`ui.adopt.tables.${id}`);
    return left === 0 ? name : t('ui.adopt.tableLeft', { table: name, left: formats.count(left) });
  };
  return (
    <>
      <SegmentedControl
        label={t('ui.adopt.table')}
        chosen={table}
        onChoose={setTable}
        choices={(['customers', 'articles'] as const).map((id) => ({
          id,
          label: tableLabel(id),
        }))}
      />
      <p className={styles.prose}>
        {t('ui.adopt.counts', {
          adopted: formats.count(counts.adopted),
          fresh: formats.count(counts.fresh),
          none: formats.count(counts.none),
        })}
      </p>
      <AdoptRows key={table} table={table} counts={counts} />
    </>
  );
}
