import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, Result } from '../../../preload/contract/model';
import { api } from '../../api';
import { problemText } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { useAppStore } from '../../shell/app-store';
import { endOfPause } from '../../shell/end-of-pause';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { DeactivateIcon, EditIcon, LogIcon, PauseIcon, ResumeIcon, RunIcon, SyncIcon } from '../../ui/icons';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { StatusTag } from '../../ui/StatusTag';
import { showToast } from '../../ui/toasts';
import { ExportButton } from '../exports/ExportButton';
import { CleanUpQuestions } from '../clean-up/CleanUpQuestions';
import { RUNS_PART } from '../log/LogParts';
import { LinkAgain } from './LinkAgain';
import { LoginAge } from './LoginAge';
import { RunHistory } from './RunHistory';
import { SyncFacts } from './SyncFacts';
import { SyncNowDialog } from './SyncNowDialog';
import { SyncProgressList } from './SyncProgressList';
import { TakeBackWipe } from './TakeBackWipe';
import { useIntegrationsStore, type Integration } from './integrations-store';

/** Actief: how the link is doing, and everything that can be done with it. */
export function ActiveIntegration({ integration: { manifest, stage } }: { integration: Integration }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const sync = useAppStore((store) => store.sync);
  const progress = useAppStore((store) => store.progress);
  const loginEnds = useAppStore((store) => store.overview?.loginEnds?.package === manifest.id);
  const { edit, putStage } = useIntegrationsStore();
  const [asking, setAsking] = useState<'sync' | 'deactivate' | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  if (!sync) return <LoadingState />;

  const mustLinkAgain = sync.connection === 'needs-login' || loginEnds;
  const report = <T,>(outcome: Result<T>) => {
    if (!outcome.ok) showToast('error', problemText(outcome.problem, language).message);
  };
  const deactivate = async () => {
    setIsBusy(true);
    const outcome = await api.integrations.deactivate(manifest.id).finally(() => setIsBusy(false));
    setAsking(null);
    if (outcome.ok) {
      putStage(outcome.value);
      navigate('integrations');
      showToast('success', t('ui.integrations.deactivated', { name: manifest.label }));
    } else setProblem(outcome.problem);
  };

  return (
    <Page
      title={
        <>
          {manifest.label} <StatusTag tone="success">{t('ui.integrations.active')}</StatusTag>
        </>
      }
      intro={stage.administrationName ? t('ui.integrations.linkedWith', { name: stage.administrationName }) : undefined}
      actions={
        <>
          <Button icon={DeactivateIcon} onPress={() => setAsking('deactivate')}>
            {t('ui.integrations.deactivate')}
          </Button>
          <Button icon={LogIcon} onPress={() => navigate('log')}>
            {t('ui.nav.log')}
          </Button>
          <Button icon={EditIcon} onPress={() => edit(manifest.id)}>
            {t('ui.integrations.change')}
          </Button>
        </>
      }
    >
      {problem ? <ProblemBanner problem={problem} /> : null}
      {mustLinkAgain ? <LinkAgain manifest={manifest} stage={stage} /> : null}
      {sync.problem && sync.connection !== 'needs-login' && endOfPause(sync) === null ? (
        <ProblemBanner problem={sync.problem} tone="warning" />
      ) : null}
      <CleanUpQuestions questions={sync.cleanUps} />
      <Panel
        title={t('ui.integrations.statusTitle')}
        actions={
          <>
            {sync.connection === 'busy' ? (
              <Button onPress={() => void api.sync.cancel().then(report)}>{t('ui.sync.cancel')}</Button>
            ) : null}
            <Button
              icon={sync.pausedByUser ? ResumeIcon : PauseIcon}
              onPress={() => void api.sync.pause({ paused: !sync.pausedByUser }).then(report)}
            >
              {sync.pausedByUser ? t('ui.sync.resume') : t('ui.sync.pause')}
            </Button>
            <Button
              variant={mustLinkAgain ? 'secondary' : 'primary'}
              icon={SyncIcon}
              isBusy={sync.connection === 'busy'}
              isDisabled={sync.connection === 'needs-login'}
              onPress={() => setAsking('sync')}
            >
              {t('ui.sync.nowChoose')}
            </Button>
          </>
        }
      >
        {progress.length > 0 ? <SyncProgressList lines={progress} /> : null}
        <SyncFacts sync={sync} />
        {stage.login === null ? null : <LoginAge login={stage.login} />}
      </Panel>
      <Panel
        title={t('ui.run.history')}
        actions={
          <>
            <Button size="small" icon={RunIcon} onPress={() => navigate('log', RUNS_PART)}>
              {t('ui.run.all')}
            </Button>
            <ExportButton what={() => ({ list: 'runs' })} />
          </>
        }
      >
        <RunHistory />
      </Panel>
      {stage.wipeBackup === null ? null : <TakeBackWipe manifest={manifest} backup={stage.wipeBackup} />}
      <SyncNowDialog manifest={manifest} isOpen={asking === 'sync'} onClose={() => setAsking(null)} />
      <ConfirmDialog
        title={t('ui.integrations.deactivateTitle', { name: manifest.label })}
        confirmLabel={t('ui.integrations.deactivate')}
        isOpen={asking === 'deactivate'}
        isDanger
        isBusy={isBusy}
        onCancel={() => setAsking(null)}
        onConfirm={() => void deactivate()}
      >
        <p>{t('ui.integrations.deactivateText', { name: manifest.label })}</p>
        <p>{t('ui.integrations.deactivateLater')}</p>
      </ConfirmDialog>
    </Page>
  );
}
