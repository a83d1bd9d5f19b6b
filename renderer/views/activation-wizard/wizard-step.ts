import type { IntegrationStage } from '../../../preload/contract/views';

export type WizardStep = 'explain' | 'wipe' | 'link' | 'settings' | 'adopt';

/** The steps in their order; the last one only when data are taken along instead of wiped. */
export function wizardSteps({ adoption }: Pick<IntegrationStage, 'adoption'>): readonly WizardStep[] {
  const steps: readonly WizardStep[] = ['explain', 'wipe', 'link', 'settings'];
  return adoption === null ? steps : [...steps, 'adopt'];
}

/** The first step that is not done: where the wizard opens after it was left. */
export function firstOpenStep({ termsAcceptedAtMs, wipedAtMs, linkedAtMs, adoption }: IntegrationStage): WizardStep {
  if (termsAcceptedAtMs === null) return 'explain';
  if (adoption?.settingsSaved === true) return 'adopt';
  if (wipedAtMs === null && adoption === null) return 'wipe';
  return linkedAtMs === null ? 'link' : 'settings';
}
