import type { Address } from '../../../connectors/_kit/model';
import { problem } from '../../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../../connectors/_kit/result';
import type { WorkOrderArticle } from '../../../preload/contract/views';
import type { RemoteStore } from '../../db/store';
import type { ImportRecord } from './record';
import { matchWorkAddress } from './work-address-match';

/** Whose work a record is, and where. */
export interface ResolvedPlace {
  readonly customerId: number | null;
  readonly customerName: string;
  /** Id of a known one, an address that is to be added, or null without a customer. */
  readonly workAddress: number | Address | null;
}

/**
 * Looks up what the record names, without changing anything. `added`: work addresses that earlier records of the same
 * file make. Problems (`invalid-input`): `import-customer-unknown`, `import-customer-inactive`,
 * `import-address-without-customer`, `import-address-ambiguous`.
 */
export async function resolvePlace(
  store: RemoteStore,
  { customerNumber, workAddress }: ImportRecord,
  added: (customerId: number) => readonly Address[],
): Promise<Result<ResolvedPlace>> {
  if (customerNumber == null) {
    if (workAddress != null) return refuse('import-address-without-customer', {}, 'workAddress');
    return ok({ customerId: null, customerName: '', workAddress: null });
  }
  const row = await store.customers.byNumber(customerNumber);
  const customer = row === null ? null : await store.customers.get(row.id);
  const params = { customer: customerNumber };
  if (customer === null) return refuse('import-customer-unknown', params, 'customerNumber');
  if (!customer.active) return refuse('import-customer-inactive', params, 'customerNumber');
  const { id: customerId, name: customerName } = customer;
  if (workAddress == null) {
    return ok({ customerId, customerName, workAddress: customer.workAddresses[0]?.id ?? null });
  }
  const known: readonly (Address & { readonly id?: number })[] = [...customer.workAddresses, ...added(customerId)];
  const matched = matchWorkAddress(workAddress, known);
  if (!matched.ok) return matched;
  const place = 'found' in matched.value ? (matched.value.found.id ?? matched.value.found) : matched.value.added;
  return ok({ customerId, customerName, workAddress: place });
}

/** The articles of a record. Problem (`invalid-input`): `import-article-unknown`. */
export async function resolveArticles(
  store: RemoteStore,
  { articles }: ImportRecord,
): Promise<Result<readonly WorkOrderArticle[]>> {
  const found: WorkOrderArticle[] = [];
  for (const [index, { code, quantity, unitPrice, description }] of articles.entries()) {
    const article = await store.articles.byCode(code);
    if (article === null) return refuse('import-article-unknown', { article: code }, `articles[${index}].code`);
    found.push({
      articleId: article.id,
      quantity,
      unitPrice: unitPrice ?? null,
      description: description ?? null,
    });
  }
  return ok(found);
}

const refuse = (code: string, params: Record<string, string>, field: string): Result<never> =>
  fail(problem('invalid-input', code, params, { field }));
