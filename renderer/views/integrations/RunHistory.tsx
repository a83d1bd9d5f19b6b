import { useTranslation } from 'react-i18next';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useFormats, useLanguage } from '../../i18n/use-formats';
import { useRevision } from '../../shell/app-store';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { RunIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { useLoaded } from '../../ui/use-loaded';
import { RunResultTag } from '../runs/RunResultTag';
import styles from './RunHistory.module.css';

const SHOWN_RUNS = 15;

/** The last runs: what was read, written, removed and sent, how long, how many calls. */
export function RunHistory() {
  const { t } = useTranslation();
  const formats = useFormats();
  const language = useLanguage();
  const { value, failure, retry } = useLoaded(
    () => api.sync.runs({ offset: 0, limit: SHOWN_RUNS }),
    'runs',
    useRevision('runs'),
  );
  if (failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  if (!value) return <LoadingState />;
  if (value.rows.length === 0) {
    return (
      <EmptyState icon={RunIcon} title={t('ui.run.emptyTitle')}>
        {t('ui.run.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className={styles.scroll} role="group" aria-label={t('ui.run.history')} tabIndex={0}>
      <table className={styles.runs}>
        <thead>
          <tr>
            <th scope="col">{t('ui.run.startedAt')}</th>
            <th scope="col">{t('ui.run.trigger')}</th>
            <th scope="col">{t('ui.run.outcome')}</th>
            <th scope="col">{t('ui.run.read')}</th>
            <th scope="col">{t('ui.run.written')}</th>
            <th scope="col">{t('ui.run.removed')}</th>
            <th scope="col">{t('ui.run.parked')}</th>
            <th scope="col">{t('ui.run.sent')}</th>
            <th scope="col">{t('ui.run.calls')}</th>
            <th scope="col">{t('ui.run.duration')}</th>
          </tr>
        </thead>
        <tbody>
          {value.rows.map((run) => {
            const sum = (count: 'read' | 'written' | 'removed' | 'parked') =>
              formats.count(run.resources.reduce((total, { counts }) => total + counts[count], 0));
            return (
              <tr key={run.id}>
                <th scope="row">{formats.moment(run.startedAtMs)}</th>
                <td>{t(`ui.run.triggers.${run.occasion ?? run.trigger}`)}</td>
                <td title={run.problem ? problemText(run.problem, language).message : undefined}>
                  <RunResultTag result={run.result} />
                </td>
                <td>{sum('read')}</td>
                <td>{sum('written')}</td>
                <td>{sum('removed')}</td>
                <td>{sum('parked')}</td>
                <td>{formats.count(run.documents.booked)}</td>
                <td>{formats.count(run.calls)}</td>
                <td>{run.endedAtMs === null ? '' : formats.duration(run.endedAtMs - run.startedAtMs)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
