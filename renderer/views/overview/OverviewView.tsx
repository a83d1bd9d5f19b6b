import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { CleanUpQuestions } from '../clean-up/CleanUpQuestions';
import { SyncProgressList } from '../integrations/SyncProgressList';
import { SyncFacts } from '../integrations/SyncFacts';
import { AttentionList } from './AttentionList';
import { Figures } from './Figures';
import { Headline } from './Headline';
import { LateBackupBanner } from './LateBackupBanner';
import { LoginEndsBanner } from './LoginEndsBanner';
import { NotLinked } from './NotLinked';
import styles from './OverviewView.module.css';

/** Overzicht: is all well, what waits, what failed, what needs me. */
export function OverviewView() {
  const { t } = useTranslation();
  const overview = useAppStore((store) => store.overview);
  const sync = useAppStore((store) => store.sync);
  const progress = useAppStore((store) => store.progress);
  if (!overview || !sync) return <LoadingState />;

  const { counts, queue, pdfs } = overview;
  return (
    <Page title={t('ui.nav.overview')}>
      {overview.loginEnds === null ? null : <LoginEndsBanner end={overview.loginEnds} />}
      {overview.lateBackup === null ? null : <LateBackupBanner late={overview.lateBackup} />}
      {sync.connection === 'not-linked' ? (
        <NotLinked wasLinked={sync.lastRun !== null} />
      ) : (
        <Headline sync={sync} overview={overview} />
      )}
      <CleanUpQuestions questions={sync.cleanUps} />
      <div className={styles.figures}>
        <Figures
          title={t('ui.overview.queue')}
          figures={[
            { label: t('ui.delivery.waiting'), count: queue.waiting + queue.sending, view: 'queue', detail: 'waiting' },
            {
              label: t('ui.delivery.blocked'),
              count: queue.blocked,
              view: 'queue',
              detail: 'blocked',
              isAlarming: true,
            },
            { label: t('ui.delivery.unsure'), count: queue.unsure, view: 'queue', detail: 'unsure', isAlarming: true },
            { label: t('ui.delivery.skipped'), count: queue.skipped, view: 'queue', detail: 'skipped' },
            { label: t('ui.delivery.booked'), count: queue.booked, view: 'queue', detail: 'booked' },
            ...(pdfs.open > 0
              ? [{ label: t('ui.overview.pdfsOpen'), count: pdfs.open, view: 'queue', detail: 'booked' } as const]
              : []),
            ...(pdfs.held > 0
              ? [
                  {
                    label: t('ui.overview.pdfsHeld'),
                    count: pdfs.held,
                    view: 'queue',
                    detail: 'pdfs',
                    isAlarming: true,
                  } as const,
                ]
              : []),
          ]}
        />
        <Figures
          title={t('ui.overview.inSimon')}
          figures={[
            { label: t('ui.status.planned'), count: counts.planned, view: 'work-orders', detail: 'planned' },
            { label: t('ui.status.ready'), count: counts.ready, view: 'work-orders', detail: 'ready' },
            { label: t('ui.status.archived'), count: counts.archived, view: 'work-orders', detail: 'archived' },
            { label: t('ui.nav.customers'), count: counts.customers, view: 'customers' },
            { label: t('ui.nav.articles'), count: counts.articles, view: 'articles' },
          ]}
        />
      </div>
      <div className={styles.columns}>
        <Panel
          title={t('ui.overview.attention')}
          actions={
            <Button variant="quiet" size="small" onPress={() => navigate('log')}>
              {t('ui.overview.toLog')}
            </Button>
          }
        >
          <AttentionList rows={overview.attention} />
        </Panel>
        {sync.connection === 'not-linked' ? null : (
          <Panel title={t('ui.overview.link')}>
            {progress.length > 0 ? <SyncProgressList lines={progress} /> : null}
            <SyncFacts sync={sync} />
          </Panel>
        )}
      </div>
    </Page>
  );
}
