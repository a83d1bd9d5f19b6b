import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manifest, Problem } from '../../../preload/contract/model';
import type { IntegrationStage } from '../../../preload/contract/views';
import { api } from '../../api';
import { localized } from '../../i18n/problem-text';
import { useLanguage } from '../../i18n/use-formats';
import { Button } from '../../ui/Button';
import { Checkbox } from '../../ui/Checkbox';
import { ProblemBanner } from '../../ui/ProblemBanner';
import { StepActions } from './StepActions';
import styles from './wizard.module.css';

export type StepProps = {
  manifest: Manifest;
  stage: IntegrationStage;
  /** With the new stage, or null when nothing had to change. */
  onDone: (stage: IntegrationStage | null) => void;
  onBack: () => void;
};

/** Start activatie: what will happen, and the terms. */
export function ExplainStep({ manifest, stage, onDone, onBack }: StepProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const wasAccepted = stage.termsAcceptedAtMs !== null;
  const [accepts, setAccepts] = useState(wasAccepted);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const start = async () => {
    if (wasAccepted) return onDone(null);
    setIsBusy(true);
    const outcome = await api.integrations.acceptTerms(manifest.id).finally(() => setIsBusy(false));
    if (outcome.ok) onDone(outcome.value);
    else setProblem(outcome.problem);
  };

  return (
    <>
      <ul className={styles.explanation}>
        {manifest.explanation.map((line) => (
          <li key={line.nl}>{localized(line, language)}</li>
        ))}
      </ul>
      {problem ? <ProblemBanner problem={problem} /> : null}
      <Checkbox isSelected={accepts} onChange={setAccepts} isDisabled={wasAccepted} help={t('ui.wizard.termsHelp')}>
        {t('ui.wizard.terms', { name: manifest.label })}
      </Checkbox>
      <StepActions onBack={onBack}>
        <Button variant="primary" isDisabled={!accepts} isBusy={isBusy} onPress={() => void start()}>
          {t('ui.wizard.start')}
        </Button>
      </StepActions>
    </>
  );
}
