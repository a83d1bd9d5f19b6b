import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntegrationStage } from '../../../preload/contract/views';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Stepper } from '../../ui/Stepper';
import { useIntegrationsStore, type Integration } from '../integrations/integrations-store';
import { SettingsForm } from '../package-settings/SettingsForm';
import { AdoptStep } from './AdoptStep';
import { ExplainStep } from './ExplainStep';
import { LinkStep } from './LinkStep';
import { firstOpenStep, wizardSteps, type WizardStep } from './wizard-step';
import { WipeStep } from './WipeStep';
import styles from './wizard.module.css';

/**
 * Activeer Integratie, from explanation to first pull. Main remembers what was done, so the wizard can be left and taken
 * up again; a re-activation goes through the same steps.
 */
export function ActivationWizard({ integration: { manifest, stage } }: { integration: Integration }) {
  const { t } = useTranslation();
  const putStage = useIntegrationsStore((store) => store.putStage);
  const [step, setStep] = useState<WizardStep>(() => firstOpenStep(stage));

  // Another step starts at its top, for eyes and for screen readers, unless it has a field that comes first.
  const top = useRef<HTMLDivElement>(null);
  const shownStep = useRef(step);
  useEffect(() => {
    if (shownStep.current === step) return;
    shownStep.current = step;
    if (document.activeElement === document.body) top.current?.focus();
  }, [step]);

  const goOn = (next: WizardStep) => (done: IntegrationStage | null) => {
    if (done) putStage(done);
    setStep(next);
  };
  const putDone = (done: IntegrationStage | null) => {
    if (done) putStage(done);
  };
  const steps = wizardSteps(stage);
  const index = steps.indexOf(step);
  const back = () => {
    const previous = steps[index - 1];
    if (previous) setStep(previous);
    else navigate('integrations');
  };

  return (
    <Page
      title={t('ui.wizard.title', { name: manifest.label })}
      actions={
        <Button variant="quiet" onPress={() => navigate('integrations')}>
          {t('ui.wizard.leave')}
        </Button>
      }
    >
      <div ref={top} tabIndex={-1} className={styles.top}>
        <Stepper steps={steps.map((name) => t(`ui.wizard.step.${name}`))} current={index} />
      </div>
      <Panel title={t(`ui.wizard.heading.${step}`)}>
        {step === 'explain' ? (
          <ExplainStep manifest={manifest} stage={stage} onDone={goOn('wipe')} onBack={back} />
        ) : step === 'wipe' ? (
          <WipeStep manifest={manifest} stage={stage} onDone={goOn('link')} onBack={back} />
        ) : step === 'link' ? (
          <LinkStep manifest={manifest} stage={stage} onDone={goOn('settings')} onBack={back} />
        ) : step === 'settings' ? (
          <SettingsForm
            manifest={manifest}
            stage={stage}
            onSaved={stage.adoption === null ? putStage : goOn('adopt')}
            onCancel={back}
          />
        ) : (
          <AdoptStep manifest={manifest} stage={stage} onDone={putDone} onBack={back} />
        )}
      </Panel>
    </Page>
  );
}
