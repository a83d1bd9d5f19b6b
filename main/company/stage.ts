import type { ConnectorId, Manifest } from '../../connectors/_kit/manifest';
import { problem, type Problem } from '../../connectors/_kit/problem';
import type { IntegrationStage, WipeBackup } from '../../preload/contract/views';
import type { KeptLogin } from '../db/store';
import type { IntegrationRecord } from '../ports';
import { loginFacts } from './login-end';
import { withDefaults } from './setting-rules';

/** One package and where the office stands with it, as the rules below need to know it. */
export interface Standing {
  readonly id: ConnectorId;
  readonly record: IntegrationRecord;
  /** The one active integration of the company, with the name that people know. */
  readonly active: { readonly id: ConnectorId; readonly label: string } | null;
  /** True when Simon must be emptied before this package can be linked. */
  readonly wipeRequired: boolean;
}

export function isActive({ id, active }: Pick<Standing, 'id' | 'active'>): boolean {
  return active?.id === id;
}

/**
 * available -> activating (terms accepted) -> active -> deactivated -> activating -> ...
 * Deactivating takes the acceptance of the terms back, so that starting again is a new activation.
 */
function stateOf(standing: Pick<Standing, 'id' | 'record' | 'active'>): IntegrationStage['state'] {
  if (isActive(standing)) return 'active';
  if (standing.record.termsAcceptedAtMs !== null) return 'activating';
  return standing.record.deactivatedAtMs === null ? 'available' : 'deactivated';
}

/** How far the office is with a package, for the screens. */
export function stageOf(
  standing: Standing & { readonly login: KeptLogin | null; readonly wipeBackup: WipeBackup | null },
  manifest: Pick<Manifest, 'settings' | 'link'>,
): IntegrationStage {
  const { id, record } = standing;
  return {
    package: id,
    state: stateOf(standing),
    termsAcceptedAtMs: record.termsAcceptedAtMs,
    wipedAtMs: record.wipedAtMs,
    linkedAtMs: record.linkedAtMs,
    administrationName: record.administration?.name ?? null,
    activatedAtMs: record.activatedAtMs,
    deactivatedAtMs: record.deactivatedAtMs,
    settings: withDefaults(manifest.settings, record.settings),
    settingsVersion: record.settingsVersion,
    filledCredentials: record.filledCredentials,
    login: loginFacts(manifest.link.life, standing.login),
    adoption: record.adoption ?? null,
    canGoOn: canGoOn(standing),
    wipeBackup: standing.wipeBackup,
  };
}

/** Whether a deactivated integration can go on where it was: its data are still here, its link and settings are kept. */
export function canGoOn(standing: Pick<Standing, 'id' | 'record' | 'active' | 'wipeRequired'>): boolean {
  return standing.active === null && stateOf(standing) === 'deactivated' && !standing.wipeRequired;
}

/** Steps of the wizard, in their order. */
export type Step = 'terms' | 'wipe' | 'link' | 'settings';

/**
 * Why a step cannot be done now, or null: another integration is active, or an earlier step is missing. An active
 * integration may be linked again (a new key) and have its settings changed; its data is not wiped. One that can go on
 * where it was may be linked again as well, without the wizard.
 */
export function stepProblem(step: Step, standing: Standing): Problem | null {
  const { active, record } = standing;
  if (active !== null && active.id !== standing.id) {
    return problem('blocked', 'other-integration-active', { integration: active.label });
  }
  if (step === 'terms') return null;
  if (isActive(standing)) return step === 'wipe' ? problem('blocked', 'wipe-while-active') : null;
  if (step === 'link' && canGoOn(standing)) return null;
  if (record.termsAcceptedAtMs === null) return problem('blocked', 'terms-not-accepted');
  if (step === 'wipe') return null;
  if (standing.wipeRequired && record.wipedAtMs === null && record.adoption === undefined)
    return problem('blocked', 'wipe-not-done');
  if (step === 'link') return null;
  return record.linkedAtMs === null ? problem('blocked', 'link-not-made') : null;
}

/**
 * Whether Simon must be emptied wholly: at the first activation, and when another package led in the meantime, because
 * then the customers and articles here are not those of this package. Not told by the moments of activation: a clock that
 * was wrong once would let two packages share one Simon.
 */
export function mustWipeEverything(
  id: ConnectorId,
  { activatedAtMs }: Pick<IntegrationRecord, 'activatedAtMs'>,
  leading: ConnectorId | null,
): boolean {
  return activatedAtMs === null || leading !== id;
}
