import type { ConnectorId } from '../../connectors/_kit/manifest';
import { problem } from '../../connectors/_kit/problem';
import { fail, type Result } from '../../connectors/_kit/result';
import type { Settings } from '../../connectors/_kit/settings';
import type { Time } from '../ports';
import type { CompanyEvents } from './events';
import type { Linking } from './linking';
import type { Packages } from './packages';
import type { SaveOutcome } from './save-settings';
import { canGoOn } from './stage';

export interface GoOnParts {
  readonly packages: Packages;
  readonly linking: Pick<Linking, 'asKept'>;
  readonly saveSettings: (id: ConnectorId, settings: Settings) => Promise<Result<SaveOutcome>>;
  readonly time: Pick<Time, 'nowMs'>;
  readonly events: CompanyEvents;
}

/**
 * Activates a deactivated integration with the data, the link and the settings of then, without the wizard. Every setting is
 * checked again; when one is refused, the wizard is open at the settings. Problems: those of `stepProblem`,
 * `cannot-go-on`, and those of `Linking` and of saving; then it is deactivated as before.
 */
export function createGoOn({ packages, linking, saveSettings, time, events }: GoOnParts) {
  return async (id: ConnectorId): Promise<Result<SaveOutcome>> => {
    const found = await packages.forStep(id, 'terms');
    if (!found.ok) return found;
    if (!canGoOn(found.value)) return fail(problem('blocked', 'cannot-go-on'));
    const linked = await linking.asKept(found.value);
    if (!linked.ok) return linked;

    // What the steps before the settings would have left: accepted as before, and nothing wiped.
    const nowMs = time.nowMs();
    packages.update(id, { termsAcceptedAtMs: nowMs, wipedAtMs: nowMs });
    const saved = await saveSettings(id, found.value.record.settings);
    if (!saved.ok) packages.update(id, { termsAcceptedAtMs: null, wipedAtMs: null });
    events.changed('integrations');
    return saved;
  };
}
