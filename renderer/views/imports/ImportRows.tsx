import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countOf, effectsOf, type ImportResult, type ImportRow } from '../../../preload/contract/imports';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { Banner } from '../../ui/Banner';
import { Button } from '../../ui/Button';
import { DataTable, type Column } from '../../ui/DataTable';
import { NothingFound } from '../../ui/NothingFound';
import { allRows } from '../../ui/row-source';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { StatusTag } from '../../ui/StatusTag';
import { Toolbar } from '../../ui/Toolbar';
import { ImportRowDialog } from './ImportRowDialog';
import styles from './ImportRows.module.css';
import { SaveResult } from './SaveResult';

const FILTERS = ['all', 'refused', 'taken', 'there'] as const;
type Filter = (typeof FILTERS)[number];

const TONES = { new: 'success', added: 'success', there: 'neutral', refused: 'error' } as const;

type Props = {
  result: ImportResult;
  isDone: boolean;
  onRun: () => void;
  onCheck: () => void;
};

/** What would become, or became, of every record of a file; what is refused comes first to the eye. */
export function ImportRows({ result, isDone, onRun, onCheck }: Props) {
  const { t } = useTranslation();
  const formats = useFormats();
  const refused = countOf(result, 'refused');
  const there = countOf(result, 'there');
  const taken = result.rows.length - refused - there;
  const counts: Readonly<Record<Filter, number>> = { all: result.rows.length, refused, taken, there };
  const [filter, setFilter] = useState<Filter>(refused > 0 ? 'refused' : 'all');
  const [opened, setOpened] = useState<ImportRow | null>(null);
  const columns = useColumns();
  const rows = useMemo(() => result.rows.filter((row) => isIn(filter, row)), [result, filter]);
  const differs = result.rows.filter((row) => row.differs).length;
  const labels: Readonly<Record<Filter, string>> = {
    all: t('ui.imports.filterAll', { shown: formats.count(counts.all) }),
    refused: t('ui.imports.filterRefused', { shown: formats.count(refused) }),
    taken: t(isDone ? 'ui.imports.filterTakenDone' : 'ui.imports.filterTaken', { shown: formats.count(taken) }),
    there: t('ui.imports.filterThere', { shown: formats.count(there) }),
  };

  return (
    <section className={styles.rows} aria-label={t(isDone ? 'ui.imports.doneTitle' : 'ui.imports.checkTitle')}>
      <h2>{t(isDone ? 'ui.imports.doneTitle' : 'ui.imports.checkTitle')}</h2>
      {isDone ? <Banner tone="success" title={t('ui.imports.doneCount', { count: taken })} /> : null}
      {differs > 0 ? <Banner tone="warning" title={t('ui.imports.differs', { count: differs })} /> : null}
      {result.notTried > 0 ? (
        <Banner
          tone="warning"
          title={isDone ? t('ui.imports.stopped', { count: result.notTried }) : t('ui.imports.checkStopped')}
        />
      ) : null}
      {refused > 0 ? (
        <Banner tone="warning" title={t('ui.imports.refusedCount', { count: refused })}>
          {t('ui.imports.refusedText')}
        </Banner>
      ) : null}
      <Toolbar
        end={
          <div className={styles.actions}>
            <SaveResult />
            {isDone ? null : (
              <>
                <Button onPress={onCheck}>{t('ui.imports.checkAgain')}</Button>
                <Button variant="primary" isDisabled={taken === 0 || result.notTried > 0} onPress={onRun}>
                  {taken === 0 ? t('ui.imports.nothingToDo') : t('ui.imports.run', { count: taken })}
                </Button>
              </>
            )}
          </div>
        }
      >
        <SegmentedControl
          label={t('ui.imports.filter')}
          choices={FILTERS.map((id) => ({ id, label: labels[id] }))}
          chosen={filter}
          onChoose={setFilter}
        />
      </Toolbar>
      <DataTable
        label={t('ui.imports.rows')}
        source={useMemo(() => allRows(rows), [rows])}
        columns={columns}
        rowId={(row) => row.line}
        onOpen={setOpened}
        isMuted={(row) => row.outcome === 'there'}
        empty={<NothingFound by="filter" onClear={() => setFilter('all')} />}
      />
      {opened === null ? null : <ImportRowDialog row={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

const isIn = (filter: Filter, { outcome }: ImportRow): boolean =>
  filter === 'all' || (filter === 'taken' ? outcome === 'new' || outcome === 'added' : outcome === filter);

function useColumns(): readonly Column<ImportRow>[] {
  const { t } = useTranslation();
  const language = useLanguage();
  return useMemo(
    () => [
      { id: 'line', header: t('ui.imports.line'), widthRem: 4.5, align: 'end', cell: (row) => row.line },
      { id: 'record', header: t('ui.imports.record'), widthRem: 10, grow: 2, cell: (row) => row.label },
      {
        id: 'outcome',
        header: t('ui.imports.outcome'),
        widthRem: 9.5,
        cell: (row) => <StatusTag tone={TONES[row.outcome]}>{t(`import.outcome.${row.outcome}`)}</StatusTag>,
      },
      { id: 'workOrder', header: t('ui.imports.workOrder'), widthRem: 6, cell: (row) => row.workOrder ?? '' },
      {
        id: 'what',
        header: t('ui.imports.what'),
        widthRem: 16,
        grow: 4,
        cell: (row) =>
          row.problem === null
            ? effectsOf(row)
                .map(({ sentence, values }) => t(`import.effect.${sentence}`, values))
                .join('; ')
            : problemText(row.problem, language).message,
      },
    ],
    [t, language],
  );
}
