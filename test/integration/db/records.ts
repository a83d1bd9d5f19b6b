import type { PulledArticle, PulledCustomer, PulledOrder, RecordOf, Resource } from '../../../connectors/_kit/model';
import type { FrozenDocument, LinkKey, PageOutcome, Store } from '../../../main/db/store';
import { EMPTY_DRAFT } from '../../../preload/contract/empty-draft';
import type { WorkOrderDetail, WorkOrderDraft } from '../../../preload/contract/views';
import { NOON } from './open-temp-store';

export const LINK: LinkKey = { package: 'snelstart', administrationId: 'adm-1' };
export const OTHER_LINK: LinkKey = { package: 'snelstart', administrationId: 'adm-2' };

export function customer(externalId: string, change: Partial<PulledCustomer> = {}): PulledCustomer {
  const address = { name: '', street: 'Dorpsstraat 1', postcode: '3512 AB', city: 'Utrecht', country: 'NL' };
  return {
    externalId,
    number: `1000${externalId}`,
    name: `Klant ${externalId}`,
    address,
    workAddresses: [{ ...address, kind: 'main', key: '' }],
    phone: '030-1234567',
    email: 'info@voorbeeld.nl',
    vatNumber: '',
    chamberOfCommerceNumber: '',
    extra: { inkoop: false },
    ...change,
  };
}

export const article = (externalId: string, change: Partial<PulledArticle> = {}): PulledArticle => ({
  externalId,
  code: `A${externalId}`,
  description: `Artikel ${externalId}`,
  groupExternalId: null,
  unit: 'st',
  unitPrice: '12.34567',
  vatRate: '21',
  extra: null,
  ...change,
});

export const order = (externalId: string, change: Partial<PulledOrder> = {}): PulledOrder => ({
  externalId,
  number: `VO${externalId}`,
  kind: 'order',
  customerExternalId: '1',
  workDescription: 'Ketel nakijken',
  customerReference: 'PO 7',
  lines: [],
  ...change,
});

/** Stores one page as a run would. `gone`: ids that the package tells are deleted. */
export function pull<R extends Resource>(
  store: Store,
  resource: R,
  records: readonly RecordOf[R][],
  more: {
    readonly gone?: readonly string[];
    readonly link?: LinkKey;
    readonly last?: boolean;
    readonly highWater?: string;
    readonly atMs?: number;
  } = {},
): PageOutcome {
  return store.pull.applyPage({
    link: more.link ?? LINK,
    resource,
    page: {
      records: [
        ...records.map((record) => ({ kind: 'present' as const, record })),
        ...(more.gone ?? []).map((externalId) => ({ kind: 'gone' as const, externalId, reason: 'deleted' as const })),
      ],
      parked: [],
      mark: { highWater: more.highWater ?? null, state: { page: 1 } },
      total: null,
    },
    last: more.last ?? true,
    runId: store.runs.last()?.id ?? store.runs.start('manual', NOON),
    atMs: more.atMs ?? NOON,
  });
}

export const draft = (change: Partial<WorkOrderDraft> = {}): WorkOrderDraft => ({
  ...EMPTY_DRAFT,
  description: 'Lekkage verhelpen',
  ...change,
});

export const everything = { search: '', offset: 0, limit: 100 } as const;

/** The value of a result that must be good. */
export function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown },
): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.problem)}`);
  return result.value;
}

/** The code of the problem of a result that must be refused. */
export const codeOf = (
  result: { readonly ok: true } | { readonly ok: false; readonly problem: { readonly code: string } },
) => (result.ok ? 'accepted' : result.problem.code);

/** A work order of the first customer, made and reported ready. */
export function readyWorkOrder(store: Store, change: Partial<WorkOrderDraft> = {}): WorkOrderDetail {
  const made = value(store.workOrders.create(draft(change), NOON));
  return value(store.workOrders.reportReady(made.id, NOON));
}

/** A frozen document, as the builder makes it, for the next revision of a work order. */
export function frozen(store: Store, workOrderId: number, change: Partial<FrozenDocument> = {}): FrozenDocument {
  const source = store.workOrders.forDocument(workOrderId);
  if (!source) throw new Error('No such work order');
  const marker = `SK-TEST00-${source.number}-${source.nextRevision}`;
  return {
    link: LINK,
    settingsVersion: 3,
    marker,
    document: {
      workOrderNumber: source.number,
      revision: source.nextRevision,
      marker,
      date: '2026-03-02',
      customer: { externalId: '1', number: '10001', name: 'Klant 1', extra: null },
      workAddress: null,
      workDescription: source.description,
      customerReference: '',
      employee: null,
      pdfs: [],
      lines: [],
      totals: { exclVat: '100.00', vat: null, inclVat: null },
    },
    request: { marker, variants: [{ full: true }, { full: false }], fields: [], lines: [], cuts: [] },
    ...change,
  };
}

/** A work order in the queue, waiting with its document. Returns the entry's id. */
export function queued(
  store: Store,
  change: Partial<WorkOrderDraft> = {},
): { readonly entryId: number; readonly workOrderId: number } {
  const { id, version } = readyWorkOrder(store, change);
  const entryId = value(store.workOrders.archive(id, version, { state: 'waiting', frozen: frozen(store, id) }, NOON));
  return { entryId, workOrderId: id };
}
