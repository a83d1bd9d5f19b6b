import { ok } from '../../connectors/_kit/result';
import type { RemoteStore } from '../db/store';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<CompanyCalls, 'company-settings:get' | 'company-settings:save'>;

/** The company's own choices, apart from those of its package. */
export function createCompanySettingsCalls(
  { companySettings }: Pick<RemoteStore, 'companySettings'>,
  events: CompanyEvents,
): Calls {
  return {
    'company-settings:get': () => companySettings.get(),
    'company-settings:save': (changes) =>
      orStorageProblem(async () => {
        const saved = await companySettings.save(changes);
        events.changed('companySettings');
        return ok(saved);
      }),
  };
}
