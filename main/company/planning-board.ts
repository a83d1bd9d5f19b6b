import { fail } from '../../connectors/_kit/result';
import type { RemoteStore } from '../db/store';
import type { CompanyCalls } from './company';
import type { CompanyEvents } from './events';
import { planProblem } from './planning';
import { orStorageProblem } from './storage-refusal';

type Calls = Pick<CompanyCalls, 'planning:board' | 'planning:unplanned' | 'planning:plan'>;

/** The planning board: what is planned when, what is not, and moving one work order. */
export function createPlanningCalls({ planning }: Pick<RemoteStore, 'planning'>, events: CompanyEvents): Calls {
  return {
    'planning:board': (span) => planning.board(span),
    'planning:unplanned': (request) => planning.unplanned(request),
    'planning:plan': ({ id, version, plan }) =>
      orStorageProblem(async () => {
        const refused = planProblem(plan);
        if (refused !== null) return fail(refused);
        const planned = await planning.plan(id, version, plan);
        if (planned.ok) events.changed('workOrders');
        return planned;
      }),
  };
}
