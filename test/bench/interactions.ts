/** What the office does on its screens, as the calls to the database that each makes. */
import type { Store } from '../../main/db/store';

export interface Interaction {
  readonly name: string;
  readonly run: (store: Store, size: Facts) => unknown;
}

/** What is in the database that is asked. */
export interface Facts {
  readonly workOrders: number;
  readonly customers: number;
  readonly logRows: number;
  readonly nowMs: number;
}

const DAY_MS = 86_400_000;
const page = (offset = 0, more = {}) => ({ search: '', offset, limit: 100, ...more });
const sort = (key: string, descending = false) => ({ sort: { key, descending } });
const day = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

export const INTERACTIONS: readonly Interaction[] = [
  { name: 'work orders: open the list', run: ({ workOrders }) => workOrders.list(page()) },
  {
    name: 'work orders: scroll to the middle',
    run: ({ workOrders }, { workOrders: n }) => workOrders.list(page(n >> 1)),
  },
  {
    name: 'work orders: scroll to the end',
    run: ({ workOrders }, { workOrders: n }) => workOrders.list(page(n - 100)),
  },
  { name: 'work orders: search a number', run: ({ workOrders }) => workOrders.list(page(0, { search: '100123' })) },
  {
    name: 'work orders: search what half of them hold',
    run: ({ workOrders }) => workOrders.list(page(0, { search: 'utrecht' })),
  },
  {
    name: 'work orders: search three words',
    run: ({ workOrders }) => workOrders.list(page(0, { search: 'ketel jansen gent' })),
  },
  { name: 'work orders: box reported ready', run: ({ workOrders }) => workOrders.list(page(0, { status: 'ready' })) },
  { name: 'work orders: box archived', run: ({ workOrders }) => workOrders.list(page(0, { status: 'archived' })) },
  { name: 'work orders: box to be invoiced', run: ({ workOrders }) => workOrders.list(page(0, { notInvoiced: true })) },
  { name: 'work orders: by customer', run: ({ workOrders }) => workOrders.list(page(0, sort('customerName'))) },
  {
    name: 'work orders: by planned moment',
    run: ({ workOrders }) => workOrders.list(page(0, sort('plannedStartAtMs', true))),
  },
  { name: 'work orders: by status', run: ({ workOrders }) => workOrders.list(page(0, sort('status'))) },
  {
    name: 'work orders: by status, searched',
    run: ({ workOrders }) => workOrders.list(page(0, { search: 'bakker', ...sort('status') })),
  },
  { name: 'work order: open', run: ({ workOrders }, { workOrders: n }) => workOrders.get(n >> 1) },
  { name: 'board: a day', run: ({ planning }, { nowMs }) => planning.board({ fromMs: nowMs, toMs: nowMs + DAY_MS }) },
  {
    name: 'board: a week',
    run: ({ planning }, { nowMs }) => planning.board({ fromMs: nowMs, toMs: nowMs + 7 * DAY_MS }),
  },
  { name: 'board: list to be planned', run: ({ planning }) => planning.unplanned(page()) },
  { name: 'board: search to be planned', run: ({ planning }) => planning.unplanned(page(0, { search: 'ketel gent' })) },
  { name: 'customers: open the list', run: ({ customers }) => customers.list(page()) },
  { name: 'customers: scroll to the end', run: ({ customers }, { customers: n }) => customers.list(page(n - 100)) },
  { name: 'customers: search two words', run: ({ customers }) => customers.list(page(0, { search: 'jansen tech' })) },
  { name: 'customers: search a postcode', run: ({ customers }) => customers.list(page(0, { search: '3512AB' })) },
  {
    name: 'customers: search with an error',
    run: ({ customers }) => customers.list(page(0, { search: 'jamsen dakwrken' })),
  },
  { name: 'customers: by town', run: ({ customers }) => customers.list(page(0, sort('city'))) },
  { name: 'customer: choose on a work order', run: ({ customers }) => customers.find('ozturk bouw', 20) },
  { name: 'queue: open the list', run: ({ queue }) => queue.list(page()) },
  {
    name: 'queue: box booked, scroll to the middle',
    run: ({ queue }, { workOrders: n }) => queue.list(page(n >> 2, { states: ['booked'] })),
  },
  {
    name: 'queue: booked this month',
    run: ({ queue }, { nowMs }) => queue.list(page(0, { states: ['booked'], archivedFromMs: nowMs - 30 * DAY_MS })),
  },
  {
    name: 'queue: box not booked',
    run: ({ queue }) => queue.list(page(0, { states: ['waiting', 'sending', 'unsure', 'blocked'] })),
  },
  { name: 'queue: search', run: ({ queue }) => queue.list(page(0, { search: 'jansen gent' })) },
  { name: 'log: open the list', run: ({ log }) => log.window({ filter: {}, offset: 0, limit: 100 }) },
  {
    name: 'log: scroll to the middle',
    run: ({ log }, { logRows: n }) => log.window({ filter: {}, offset: n >> 1, limit: 100 }),
  },
  {
    name: 'log: scroll to the end',
    run: ({ log }, { logRows: n }) => log.window({ filter: {}, offset: n - 100, limit: 100 }),
  },
  {
    name: 'log: only information, to the middle',
    run: ({ log }, { logRows: n }) =>
      log.window({ filter: { levels: ['info'] }, offset: Math.floor(n * 0.49), limit: 100 }),
  },
  {
    name: 'log: search',
    run: ({ log }) => log.window({ filter: { text: 'jansen', levels: ['warning'] }, offset: 0, limit: 100 }),
  },
  {
    name: 'log: warnings of a month',
    run: ({ log }, { nowMs }) =>
      log.window({ filter: { levels: ['warning'], fromMs: nowMs - 30 * DAY_MS }, offset: 0, limit: 100 }),
  },
  { name: 'overview: counts', run: ({ info, queue, pdfs }) => [info.overviewCounts(), queue.counts(), pdfs.counts()] },
  { name: 'overview: attention', run: ({ log }) => log.attention(5) },
  {
    name: 'overview: archived and booked',
    run: ({ figures }, { nowMs }) => [figures.open(), figures.booked({ fromMs: nowMs - 30 * DAY_MS, toMs: nowMs })],
  },
  {
    name: 'overview: all that was ever booked',
    run: ({ figures }, { nowMs }) => figures.booked({ fromMs: 0, toMs: nowMs }),
  },
  {
    name: 'overview: hours of twelve weeks',
    run: ({ figures }, { nowMs }) => figures.minutesByDay({ fromDay: day(nowMs - 84 * DAY_MS), toDay: day(nowMs) }),
  },
  {
    name: 'overview: ages of what is ready',
    run: ({ figures }, { nowMs }) => figures.readySince([2, 7, 14, 30].map((days) => nowMs - days * DAY_MS)),
  },
  {
    name: 'overview: which amounts to add up',
    run: ({ figures }) => [
      figures.unfrozen({ of: 'ready', onlyWithBookings: false }),
      figures.unfrozen({ of: 'planned', onlyWithBookings: true }),
    ],
  },
  {
    name: 'overview: a slice of amounts',
    run: ({ figures, workOrders }) => figures.forDocuments(workOrders.idsByStatus('ready').slice(0, 100)),
  },
  { name: 'export: which work orders', run: ({ wholeLists }) => wholeLists.workOrderIds({ search: '' }) },
  {
    name: 'export: 500 work orders',
    run: ({ wholeLists }, { workOrders: n }) =>
      wholeLists.workOrders(Array.from({ length: 500 }, (_, index) => (n >> 1) - 250 + index)),
  },
  {
    name: 'export: 500 deliveries',
    run: ({ wholeLists }, { workOrders: n }) =>
      wholeLists.deliveries(Array.from({ length: 500 }, (_, index) => (n >> 2) + index)),
  },
  {
    name: 'export: hours of an employee, a month',
    run: ({ wholeLists }, { nowMs }) =>
      wholeLists.times({ employeeId: 1, fromDay: day(nowMs - 30 * DAY_MS), toDay: day(nowMs) }),
  },
];
