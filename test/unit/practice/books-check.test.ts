import { describe, expect, it } from 'vitest';
import type { SimulatedDocument } from '../../../connectors/_kit/simulator/contract';
import { complaintsOf, type JobOutcome } from '../../../main/practice/books-check';
import type { QueueRow } from '../../../preload/contract/views';

const WORK_ORDER: JobOutcome['workOrder'] = {
  description: 'Onderhoud',
  customerReference: '',
  travelMinutes: 15,
  workMinutes: 120,
  travelHours: '0.25',
  workHours: '2',
  articles: [],
};
const EXPECTED: JobOutcome['expected'] = {
  descriptionFirst: true,
  lines: [
    { articleCode: 'ARBEID', quantity: '2' },
    { articleCode: 'REISTIJD', quantity: '0.25' },
  ],
};
const ROW: QueueRow = {
  id: 1,
  workOrderId: 1,
  workOrderNumber: '1001',
  together: [],
  revision: 1,
  customerName: 'Jansen',
  description: 'Kraan lekt',
  state: 'booked',
  held: false,
  mayChange: true,
  problem: null,
  attempts: 1,
  nextAttemptAtMs: null,
  archivedAtMs: 0,
  pdfs: [],
  documentNumber: '20240101',
  totalExclVat: '136.88',
};
const line = (articleCode: string | null, quantity: string, description = '') => ({
  articleCode,
  description,
  quantity,
  unitPrice: '0',
  total: '0',
});
const document = (lines: SimulatedDocument['lines']): SimulatedDocument => ({
  id: 'x',
  number: '20240101',
  kind: 'verkooporder',
  customerName: 'Jansen',
  customerNumber: '1',
  description: '',
  reference: 'SK-ABCDEF-1001-1',
  lines,
  totalExclVat: '136.88',
  totalInclVat: null,
  fields: {},
  receivedAtMs: 0,
});
const RIGHT = document([line(null, '0', 'Onderhoud'), line('ARBEID', '2.00'), line('REISTIJD', '0.25')]);
const complaints = (change: Partial<JobOutcome>) =>
  complaintsOf({ workOrder: WORK_ORDER, expected: EXPECTED, row: ROW, documents: [RIGHT], ...change });

describe('the check of the books', () => {
  it('is content when one document has the lines in their order', () => {
    expect(complaints({})).toEqual([]);
  });

  it.each<[string, Partial<JobOutcome>]>([
    ['is not there', { documents: [] }],
    ['is there twice', { documents: [RIGHT, RIGHT] }],
    ['is there but not booked in Simon', { row: { ...ROW, state: 'unsure' } }],
    ['misses a line', { documents: [document([line(null, '0', 'Onderhoud'), line('ARBEID', '2')])] }],
    [
      'has another quantity',
      { documents: [document([line(null, '0', 'Onderhoud'), line('ARBEID', '2'), line('REISTIJD', '0.3')])] },
    ],
    [
      'has its lines in another order',
      { documents: [document([line(null, '0', 'Onderhoud'), line('REISTIJD', '0.25'), line('ARBEID', '2')])] },
    ],
    ['does not begin with the work description', { documents: [document(RIGHT.lines.slice(1))] }],
    ['was sent though it holds the filter word', { expected: null }],
  ])('complains when a document %s', (_, change) => {
    expect(complaints(change)).not.toEqual([]);
  });

  it('is content when a work order with the filter word was skipped', () => {
    const skipped = { expected: null, row: { ...ROW, state: 'skipped' as const } };
    expect(complaints({ ...skipped, documents: [] })).toEqual([]);
  });
});
