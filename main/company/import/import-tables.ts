/** What the import puts into files itself: an example to fill in, and what became of each row. Pure. */
import type { ImportField, ImportResult, ImportRow } from '../../../preload/contract/imports';
import { effectsOf } from '../../../preload/contract/imports';
import type { Language } from '../../../preload/contract/views';
import { knownText } from '../../log/catalogue';
import { describe } from '../../log/problem-text';
import type { CellKind, Row, Table } from '../../tables/table';
import { columnLabels } from './importer';

/** What an office fills in by hand; the other columns are for files of programs. */
const EXAMPLE: readonly { readonly field: ImportField; readonly kind: CellKind; readonly width: number }[] = [
  { field: 'externalId', kind: 'text', width: 14 },
  { field: 'customerNumber', kind: 'text', width: 14 },
  { field: 'workAddress', kind: 'text', width: 34 },
  { field: 'description', kind: 'text', width: 36 },
  { field: 'customerReference', kind: 'text', width: 16 },
  { field: 'notes', kind: 'text', width: 24 },
  { field: 'employee', kind: 'text', width: 18 },
  { field: 'plannedStart', kind: 'text', width: 18 },
  { field: 'plannedEnd', kind: 'text', width: 18 },
  { field: 'workOrderNumber', kind: 'text', width: 14 },
  { field: 'date', kind: 'date', width: 12 },
  { field: 'kind', kind: 'text', width: 10 },
  { field: 'start', kind: 'text', width: 8 },
  { field: 'end', kind: 'text', width: 8 },
  { field: 'minutes', kind: 'number', width: 9 },
  { field: 'timeEmployee', kind: 'text', width: 18 },
  { field: 'timeNote', kind: 'text', width: 24 },
  { field: 'articleCode', kind: 'text', width: 14 },
  { field: 'quantity', kind: 'decimal', width: 8 },
  { field: 'unitPrice', kind: 'amount', width: 10 },
  { field: 'articleDescription', kind: 'text', width: 24 },
  { field: 'ready', kind: 'text', width: 9 },
];

/**
 * A work order of two rows, one row of hours for a work order that is there, as an office would write them. Whoever takes
 * it in as it is, is told that customer and work order are not there, unless they are.
 */
const EXAMPLE_ROWS = (
  words: Readonly<Record<'work' | 'travel' | 'description' | 'note' | 'yes', string>>,
): readonly Readonly<Partial<Record<ImportField, string | number>>>[] => [
  {
    externalId: 'PLAN-0117',
    customerNumber: '10042',
    workAddress: 'Dorpsstraat 1, 1234 AB Utrecht',
    description: words.description,
    customerReference: 'PO 4711',
    notes: words.note,
    employee: 'Piet de Vries',
    plannedStart: '30-11-2026 08:00',
    plannedEnd: '30-11-2026 10:00',
    date: '2026-11-30',
    kind: words.work,
    start: '08:15',
    end: '10:00',
    timeEmployee: 'Piet de Vries',
    articleCode: 'VAT-18',
    quantity: '1',
    ready: words.yes,
  },
  {
    externalId: 'PLAN-0117',
    date: '2026-11-30',
    kind: words.travel,
    minutes: 15,
    timeEmployee: 'Piet de Vries',
    articleCode: 'KOPPELING',
    quantity: '2.5',
    unitPrice: '12.5',
  },
  { workOrderNumber: '2026-0012', date: '2026-11-30', kind: words.work, minutes: 90, timeEmployee: 'Anna Peeters' },
];

export function exampleTable(language: Language): Table {
  const word = (key: string): string => knownText(`import.example.${key}`)[language];
  const labels = columnLabels(language);
  const rows = EXAMPLE_ROWS({
    work: word('work'),
    travel: word('travel'),
    description: word('description'),
    note: word('note'),
    yes: word('yes'),
  });
  return {
    name: word('name'),
    columns: EXAMPLE.map(({ field, kind, width }) => ({ label: labels[field], kind, width })),
    total: rows.length,
    pages: () => pageOf(rows.map((row) => EXAMPLE.map(({ field }) => row[field] ?? null))),
  };
}

/** What became, or would become, of each row of a file. */
export function resultTable(fileName: string, { rows }: ImportResult, language: Language): Table {
  const label = (key: string): string => knownText(`import.result.${key}`)[language];
  return {
    name: `${label('name')} ${fileName.replace(/\.\w+$/u, '')}`,
    columns: [
      { label: label('line'), kind: 'number', width: 8 },
      { label: label('record'), kind: 'text', width: 40 },
      { label: label('outcome'), kind: 'text', width: 16 },
      { label: label('workOrder'), kind: 'text', width: 14 },
      { label: label('what'), kind: 'text', width: 60 },
    ],
    total: rows.length,
    pages: () =>
      pageOf(rows.map((row) => [row.line, row.label, outcomeOf(row, language), row.workOrder, whatOf(row, language)])),
  };
}

export const outcomeOf = (row: ImportRow, language: Language): string =>
  knownText(`import.outcome.${row.outcome}`)[language];

/** One or two sentences: what a row does, or why it does not. */
export function whatOf(row: ImportRow, language: Language): string {
  if (row.problem !== null) {
    const { message, action } = describe(row.problem, '');
    return [message[language], action?.[language] ?? ''].join(' ').trim();
  }
  const effects = effectsOf(row).map(
    ({ sentence, values }) => knownText(`import.effect.${sentence}`, values)[language],
  );
  return [...effects, ...(row.differs ? [knownText('import.effect.differs')[language]] : [])].join('; ');
}

async function* pageOf(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(rows);
}
