import type { Administration } from '../../connectors/_kit/connector';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { RemoteStore } from '../db/store';
import type { Package, Packages } from './packages';

/**
 * Whether a package may be linked with this administration. Another one than before has other customers and articles
 * under other ids: only an empty Simon can take it over, one that was never filled from the package, or one whose data
 * are taken along. Problems:
 * `administration-in-use` (by another company of this installation) and `other-administration`.
 */
export type RefuseTaking = (one: Package, entered: Administration) => Promise<Result<null>>;

export function createRefuseTaking(store: RemoteStore, packages: Packages): RefuseTaking {
  return async ({ id, record }, entered) => {
    const inUse = packages.inUseElsewhere(id, entered);
    if (inUse !== null) return fail(inUse);
    const linked = record.administration;
    const neverFilled = record.activatedAtMs === null;
    const takesAlong = record.adoption !== undefined;
    if (linked === null || linked.id === entered.id || neverFilled || takesAlong) return ok(null);
    const { customers, articles, workOrders } = await store.wipe.counts();
    if (customers + articles + workOrders === 0) return ok(null);
    return fail(problem('blocked', 'other-administration', { linked: linked.name, entered: entered.name }));
  };
}
