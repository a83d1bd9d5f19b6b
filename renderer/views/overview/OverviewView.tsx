import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../shell/app-store';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { FirstRunPanel } from '../first-run/FirstRunPanel';
import { CleanUpQuestions } from '../clean-up/CleanUpQuestions';
import { SyncProgressList } from '../integrations/SyncProgressList';
import { LoginAge } from '../integrations/LoginAge';
import { SyncFacts } from '../integrations/SyncFacts';
import { AttentionList } from './AttentionList';
import { DocumentsPerDay } from './DocumentsPerDay';
import { Figures } from './Figures';
import { Headline } from './Headline';
import { HoursPerWeek } from './HoursPerWeek';
import { LateBackupBanner } from './LateBackupBanner';
import { LoginEndsBanner } from './LoginEndsBanner';
import { NotLinked } from './NotLinked';
import styles from './OverviewView.module.css';
import { QueueFigures } from './QueueFigures';
import { ReadyAges } from './ReadyAges';
import { useFigures } from './use-figures';
import { verdictOf } from './verdict';
import { WorkFigures } from './WorkFigures';

/** Overzicht: is all well, what waits, what failed, what needs me. */
export function OverviewView() {
  const { t } = useTranslation();
  const overview = useAppStore((store) => store.overview);
  const sync = useAppStore((store) => store.sync);
  const progress = useAppStore((store) => store.progress);
  const figures = useFigures();
  if (!overview || !sync) return <LoadingState />;

  const { counts } = overview;
  return (
    <Page title={t('ui.nav.overview')}>
      {overview.loginEnds === null ? null : <LoginEndsBanner end={overview.loginEnds} />}
      {overview.lateBackup === null ? null : <LateBackupBanner late={overview.lateBackup} />}
      {sync.connection === 'not-linked' ? (
        <NotLinked wasLinked={sync.lastRun !== null} />
      ) : (
        <Headline sync={sync} overview={overview} />
      )}
      <FirstRunPanel />
      <CleanUpQuestions questions={sync.cleanUps} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Panel
            title={t('ui.overview.attention')}
            actions={
              <Button variant="quiet" size="small" onPress={() => navigate('log')}>
                {t('ui.overview.toLog')}
              </Button>
            }
          >
            <AttentionList
              rows={overview.attention}
              total={overview.attentionTotal}
              refusal={sync.problem?.kind === 'storage' ? sync.problem : null}
              isAllWell={sync.connection !== 'not-linked' && verdictOf(sync, overview).kind !== 'not-well'}
            />
          </Panel>
          {figures.value === undefined ? null : (
            <>
              <DocumentsPerDay days={figures.value.days} />
              <HoursPerWeek weeks={figures.value.weeks} />
              <ReadyAges ages={figures.value.readyAges} />
            </>
          )}
        </div>
        <div className={styles.column}>
          <QueueFigures queue={overview.queue} pdfs={overview.pdfs} />
          {sync.connection === 'not-linked' ? null : (
            <Panel title={t('ui.overview.link')}>
              {progress.length > 0 ? <SyncProgressList lines={progress} /> : null}
              <SyncFacts sync={sync} />
              {overview.login === null ? null : <LoginAge login={overview.login} />}
            </Panel>
          )}
          <WorkFigures figures={figures} />
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
      </div>
    </Page>
  );
}
