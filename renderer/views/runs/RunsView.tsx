import { useTranslation } from 'react-i18next';
import type { RunResult, RunRow } from '../../../preload/contract/views';
import { api } from '../../api';
import { useRevision } from '../../shell/app-store';
import { Checkbox } from '../../ui/Checkbox';
import { DataTable } from '../../ui/DataTable';
import { EmptyState } from '../../ui/EmptyState';
import { RunIcon } from '../../ui/icons';
import { ListWithDetail } from '../../ui/ListWithDetail';
import { NothingFound } from '../../ui/NothingFound';
import { Page } from '../../ui/Page';
import { Select } from '../../ui/Select';
import { Toolbar } from '../../ui/Toolbar';
import { useRowWindow } from '../../ui/use-row-window';
import { ExportButton } from '../exports/ExportButton';
import { ToIntegrations } from '../integrations/ToIntegrations';
import { LogParts, RUNS_PART } from '../log/LogParts';
import { RunDetail } from './RunDetail';
import { useRunColumns } from './run-columns';
import { toRunFilter, useRunsStore } from './runs-store';
import styles from './RunsView.module.css';

const RESULTS = ['all', 'finished', 'partial', 'failed', 'cancelled'] as const satisfies readonly (RunResult | 'all')[];

/** Every run of the past: what it read, wrote and sent, how long it took, and how it ended. */
export function RunsView() {
  const { t } = useTranslation();
  const { result, onlyChanged, opened, filterOn, open } = useRunsStore();
  const filter = toRunFilter({ result, onlyChanged });
  const source = useRowWindow<RunRow>(
    (offset, limit) => api.sync.runs({ ...filter, offset, limit }),
    JSON.stringify(filter),
    useRevision('runs'),
  );
  return (
    <Page layout="fill" title={t('ui.nav.log')} actions={<LogParts chosen={RUNS_PART} />}>
      <Toolbar end={<ExportButton what={() => ({ list: 'runs', ...filter })} />}>
        <div className={styles.filter}>
          <Select
            label={t('ui.run.outcome')}
            isLabelHidden
            value={result}
            onChange={(value) => filterOn({ result: value })}
            options={RESULTS.map((value) => ({
              value,
              label: value === 'all' ? t('ui.run.allResults') : t(`ui.run.result.${value}`),
            }))}
          />
        </div>
        <Checkbox isSelected={onlyChanged} onChange={(value) => filterOn({ onlyChanged: value })}>
          {t('ui.run.onlyChanged')}
        </Checkbox>
      </Toolbar>
      <ListWithDetail
        onClose={() => open(null)}
        list={
          <DataTable
            label={t('ui.run.history')}
            source={source}
            columns={useRunColumns()}
            rowId={(run) => run.id}
            onOpen={open}
            openedId={opened?.id ?? null}
            empty={
              result === 'all' && !onlyChanged ? (
                <EmptyState icon={RunIcon} title={t('ui.run.emptyTitle')} actions={<ToIntegrations />}>
                  {t('ui.run.emptyText')}
                </EmptyState>
              ) : (
                <NothingFound by="filter" onClear={() => filterOn({ result: 'all', onlyChanged: false })} />
              )
            }
          />
        }
        detail={opened ? <RunDetail key={opened.id} run={opened} onClose={() => open(null)} /> : null}
      />
    </Page>
  );
}
