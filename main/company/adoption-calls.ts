import { fail, ok } from '../../connectors/_kit/result';
import type { RemoteStore } from '../db/store';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<
  CompanyCalls,
  | 'integrations:adoption-state'
  | 'integrations:adoption-rows'
  | 'integrations:adoption-decide'
  | 'integrations:adoption-decide-all'
>;

/** What the office sees and decides of the rows that are taken along. */
export function createAdoptionCalls({ adoption }: Pick<RemoteStore, 'adoption'>, events: CompanyEvents): Calls {
  return {
    'integrations:adoption-state': () => adoption.state(),
    'integrations:adoption-rows': (request) => adoption.list(request),
    'integrations:adoption-decide': ({ id, externalId }) =>
      orStorageProblem(async () => {
        const refused = await adoption.decide(id, externalId);
        if (refused !== null) return fail(refused);
        events.changed('integrations');
        return ok(null);
      }),
    'integrations:adoption-decide-all': ({ table, how }) =>
      orStorageProblem(async () => {
        const decided = await adoption.decideAll(table, how);
        events.changed('integrations');
        return ok({ decided });
      }),
  };
}
