import type { Language, QueueDetail } from '../../preload/contract/views';
import type { RemoteStore } from '../db/store';
import { knownText } from '../log/catalogue';
import { wallClock } from '../log/wall-clock';
import { csvRow } from './csv-row';

const PAGE_ROWS = 200;
const COLUMNS = [
  'workOrder',
  'customerNumber',
  'customer',
  'archivedAt',
  'state',
  'package',
  'document',
  'totalExclVat',
  'totalInclVat',
  'attempts',
  'settledAt',
  'marker',
] as const;

/**
 * Every archived work order and what became of it, as CSV in the order of archiving; each item is one row, the first one
 * the header. With it an accountant can hold the work orders against the books.
 */
export async function* exportDeliveries(store: Pick<RemoteStore, 'queue'>, language: Language): AsyncGenerator<string> {
  const word = (key: string): string => knownText(key)[language];
  yield csvRow(
    COLUMNS.map((column) => word(`delivery-export.${column}`)),
    true,
  );
  const sort = { key: 'archivedAtMs', descending: false };
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const { rows } = await store.queue.list({ search: '', offset, limit: PAGE_ROWS, sort });
    for (const { id } of rows) {
      const entry = await store.queue.get(id);
      if (entry !== null) yield csvRow(cells(entry, word, language));
    }
    if (rows.length < PAGE_ROWS) return;
  }
}

function cells(entry: QueueDetail, word: (key: string) => string, language: Language): readonly string[] {
  const { document, steps } = entry;
  const settled = steps.findLast(({ step }) => step === 'booked' || step === 'found');
  const amount = (value: string | null | undefined): string =>
    language === 'nl' ? (value ?? '').replace('.', ',') : (value ?? '');
  return [
    entry.workOrderNumber,
    document?.customer.number ?? '',
    document?.customer.name ?? entry.customerName,
    wallClock(entry.archivedAtMs),
    word(`ui.delivery.${entry.held ? 'held' : entry.state}`),
    entry.package ?? '',
    entry.documentNumber ?? '',
    amount(document?.totals.exclVat),
    amount(document?.totals.inclVat),
    String(steps.filter(({ step }) => step === 'sending').length),
    settled === undefined ? '' : wallClock(settled.atMs),
    entry.marker,
  ];
}
