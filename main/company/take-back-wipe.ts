import type { ConnectorId } from '../../connectors/_kit/manifest';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { CompanySettings } from '../ports';
import type { CompanyEvents } from './events';
import type { Integrations } from './integrations';
import type { Packages } from './packages';
import { isActive } from './stage';

export interface TakeBackWipeParts {
  readonly packages: Packages;
  readonly companySettings: Pick<CompanySettings, 'handBackTo'>;
  readonly integrations: Pick<Integrations, 'deactivate'>;
  readonly events: CompanyEvents;
}

/**
 * Makes everything but the data as it was before the last wipe for a package: its integration is not active, the package
 * that led before leads again, and Simon counts as not wiped. The data follow when the backup, whose name it gives, is put
 * back: the company must be closed for that. Problems: those of `stepProblem`, `wipe-not-taken-back` (nothing was wiped, or
 * something was archived since).
 */
export function createTakeBackWipe({ packages, companySettings, integrations, events }: TakeBackWipeParts) {
  return async (id: ConnectorId): Promise<Result<{ readonly backup: string }>> => {
    const found = await packages.forStep(id, 'terms');
    if (!found.ok) return found;
    const { lastWipe } = found.value.record;
    if (lastWipe === undefined || found.value.wipeBackup === null) {
      return fail(problem('blocked', 'wipe-not-taken-back'));
    }
    if (isActive(found.value)) {
      const stopped = await integrations.deactivate(id);
      if (!stopped.ok) return stopped;
    }
    companySettings.handBackTo(lastWipe.ledBefore);
    packages.update(id, { wipedAtMs: null, lastWipe: undefined });
    events.changed('integrations');
    return ok({ backup: lastWipe.backup });
  };
}
