import type { IntegrationStage } from '../../../preload/contract/views';

export const WIZARD_STEPS = ['explain', 'wipe', 'link', 'settings'] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];

/** The first step that is not done: where the wizard opens after it was left. */
export function firstOpenStep({ termsAcceptedAtMs, wipedAtMs, linkedAtMs }: IntegrationStage): WizardStep {
  if (termsAcceptedAtMs === null) return 'explain';
  if (wipedAtMs === null) return 'wipe';
  return linkedAtMs === null ? 'link' : 'settings';
}
