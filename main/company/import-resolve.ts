import type { Address } from '../../connectors/_kit/model';
import { problem } from '../../connectors/_kit/problem';
import { fail, ok, type Result } from '../../connectors/_kit/result';
import type { WorkOrderArticle } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import type { ImportRecord } from './import-record';
import { matchWorkAddress } from './work-address-match';

/** A record whose customer, work address and articles are known. Nothing is stored yet. */
export interface ResolvedRecord {
  readonly record: ImportRecord;
  readonly customerId: number | null;
  /** Id of a known one, an address that is to be added, or null without a customer. */
  readonly workAddress: number | Address | null;
  readonly articles: readonly WorkOrderArticle[];
}

/**
 * Looks up what the record names, without changing anything. Problems (`invalid-input`): `import-customer-unknown`,
 * `import-customer-inactive`, `import-address-without-customer`, `import-address-ambiguous`, `import-article-unknown`.
 */
export async function resolveRecord(store: RemoteStore, record: ImportRecord): Promise<Result<ResolvedRecord>> {
  const place = await resolvePlace(store, record);
  if (!place.ok) return place;
  const articles: WorkOrderArticle[] = [];
  for (const [index, { code, quantity, unitPrice, description }] of record.articles.entries()) {
    const article = await store.articles.byCode(code);
    if (article === null) return refuse('import-article-unknown', { article: code }, `articles[${index}].code`);
    articles.push({
      articleId: article.id,
      quantity,
      unitPrice: unitPrice ?? null,
      description: description ?? null,
    });
  }
  return ok({ record, ...place.value, articles });
}

async function resolvePlace(
  store: RemoteStore,
  { customerNumber, workAddress }: ImportRecord,
): Promise<Result<Pick<ResolvedRecord, 'customerId' | 'workAddress'>>> {
  if (customerNumber == null) {
    if (workAddress != null) return refuse('import-address-without-customer', {}, 'workAddress');
    return ok({ customerId: null, workAddress: null });
  }
  const row = await store.customers.byNumber(customerNumber);
  const customer = row === null ? null : await store.customers.get(row.id);
  const params = { customer: customerNumber };
  if (customer === null) return refuse('import-customer-unknown', params, 'customerNumber');
  if (!customer.active) return refuse('import-customer-inactive', params, 'customerNumber');
  if (workAddress == null) {
    return ok({ customerId: customer.id, workAddress: customer.workAddresses[0]?.id ?? null });
  }
  const matched = matchWorkAddress(workAddress, customer.workAddresses);
  if (!matched.ok) return matched;
  const place = 'found' in matched.value ? matched.value.found.id : matched.value.added;
  return ok({ customerId: customer.id, workAddress: place });
}

const refuse = (code: string, params: Record<string, string>, field: string): Result<never> =>
  fail(problem('invalid-input', code, params, { field }));
