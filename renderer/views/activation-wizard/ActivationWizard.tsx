import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntegrationStage } from '../../../preload/contract/views';
import { navigate } from '../../shell/use-route';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { Stepper } from '../../ui/Stepper';
import { useIntegrationsStore, type Integration } from '../integrations/integrations-store';
import { ExplainStep } from './ExplainStep';
import { LinkStep } from './LinkStep';
import { SettingsForm } from './SettingsForm';
import { firstOpenStep, WIZARD_STEPS, type WizardStep } from './wizard-step';
import { WipeStep } from './WipeStep';

/**
 * Activeer Integratie, from explanation to first pull. Main remembers what was done, so the wizard can be left and taken
 * up again; a re-activation starts with the question what to wipe.
 */
export function ActivationWizard({ integration: { manifest, stage } }: { integration: Integration }) {
  const { t } = useTranslation();
  const putStage = useIntegrationsStore((store) => store.putStage);
  const [step, setStep] = useState<WizardStep>(() =>
    stage.state === 'deactivated' && stage.termsAcceptedAtMs !== null ? 'wipe' : firstOpenStep(stage),
  );

  const goOn = (next: WizardStep) => (done: IntegrationStage | null) => {
    if (done) putStage(done);
    setStep(next);
  };
  const index = WIZARD_STEPS.indexOf(step);
  const back = () => {
    const previous = WIZARD_STEPS[index - 1];
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
      <Stepper steps={WIZARD_STEPS.map((name) => t(`ui.wizard.step.${name}`))} current={index} />
      <Panel title={t(`ui.wizard.heading.${step}`)}>
        {step === 'explain' ? (
          <ExplainStep manifest={manifest} stage={stage} onDone={goOn('wipe')} onBack={back} />
        ) : step === 'wipe' ? (
          <WipeStep manifest={manifest} stage={stage} onDone={goOn('link')} onBack={back} />
        ) : step === 'link' ? (
          <LinkStep manifest={manifest} stage={stage} onDone={goOn('settings')} onBack={back} />
        ) : (
          <SettingsForm manifest={manifest} stage={stage} onSaved={putStage} onCancel={back} />
        )}
      </Panel>
    </Page>
  );
}
