import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../preload/contract/model';
import { api } from '../../api';
import { useFormats } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { ResumeIcon } from '../../ui/icons';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { StatusTag } from '../../ui/StatusTag';
import { showToast } from '../../ui/toasts';
import { LinkForm } from '../activation-wizard/LinkForm';
import { useLoginStore } from '../activation-wizard/login-store';
import styles from './DeactivatedIntegration.module.css';
import { useIntegrationsStore, type Integration } from './integrations-store';

/** A link that was deactivated: it goes on with one button, after logging in again when its login has ended. */
export function DeactivatedIntegration({ integration: { manifest, stage } }: { integration: Integration }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { putStage, startOver } = useIntegrationsStore();
  const isLoggingIn = useLoginStore((store) => store.waiting[manifest.id] !== undefined);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const needsLogin = problem?.kind === 'needs-login';

  const goOn = async () => {
    setIsBusy(true);
    setProblem(null);
    const outcome = await api.integrations.goOn(manifest.id).finally(() => setIsBusy(false));
    if (!outcome.ok) return setProblem(outcome.problem);
    putStage(outcome.value.stage);
    if (outcome.value.refused.length === 0) {
      showToast('success', t('ui.integrations.wentOn', { name: manifest.label }));
    } else {
      showToast('warning', t('ui.integrations.settingsRefused', { count: outcome.value.refused.length }));
    }
  };

  return (
    <Page
      title={
        <>
          {manifest.label} <StatusTag tone="neutral">{t('ui.integrations.isDeactivated')}</StatusTag>
        </>
      }
      intro={
        stage.administrationName ? t('ui.integrations.wasLinkedWith', { name: stage.administrationName }) : undefined
      }
    >
      <Panel title={t('ui.integrations.goOnTitle')}>
        <p className={styles.prose}>
          {t('ui.integrations.goOnText', {
            name: manifest.label,
            moment: stage.deactivatedAtMs === null ? '' : formats.moment(stage.deactivatedAtMs),
          })}
        </p>
        {problem ? <ProblemBanner problem={problem} /> : null}
        {needsLogin || isLoggingIn ? (
          <LinkForm
            manifest={manifest}
            stage={stage}
            onLinked={(linked) => {
              putStage(linked);
              void goOn();
            }}
          />
        ) : (
          <div className={styles.actions}>
            <Button variant="primary" icon={ResumeIcon} isBusy={isBusy} onPress={() => void goOn()}>
              {t('ui.integrations.reactivate')}
            </Button>
          </div>
        )}
      </Panel>
      <Panel title={t('ui.integrations.startOverTitle')}>
        <p className={styles.prose}>{t('ui.integrations.startOverText')}</p>
        <div className={styles.actions}>
          <Button onPress={() => startOver(manifest.id)}>{t('ui.integrations.startOver')}</Button>
        </div>
      </Panel>
    </Page>
  );
}
