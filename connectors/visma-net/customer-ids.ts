import { z } from 'zod';
import { ok, type Result } from '../_kit/result';
import { getOne, LISTS } from './finance-api';
import { key } from './schemas';
import type { CallContext } from './send';

const schema = z.object({ internalId: key });

/**
 * The key of a customer by its number: documents name customers by number, which the office may change. `rejected` when no
 * customer has the number.
 */
export async function customerIdOf(ctx: CallContext, number: string): Promise<Result<string>> {
  const customer = await getOne(ctx, LISTS.customers.path, number, schema);
  return customer.ok ? ok(customer.value.internalId) : customer;
}
