import type { ArchiveCheck } from '../../../preload/contract/archiving';
import type { DeliveryStep } from '../../../preload/contract/delivery-steps';
import type {
  ArticleRow,
  CustomerDetail,
  DeliveryState,
  LogLevel,
  LogRow,
  PdfRow,
  QueueDetail,
  RunRow,
  WorkOrderDetail,
} from '../../../preload/contract/views';

/** A day in the life of the fake: everything is told from here, so that screenshots stay the same. */
export const NOW_MS = Date.UTC(2026, 10, 23, 9, 5);
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const NAMES = [
  'Bakkerij Van den Broek & Zonen',
  'Jansen Installatietechniek B.V.',
  'VvE Prinsenhof',
  'Café De Vergulde Ëend',
  'Sint-Jozefschool Antwerpen',
  'Woningstichting Het Gooise Huis, afdeling onderhoud en beheer regio Noord-West',
  'Łukasz Wiśniewski',
  'Fam. De Groot-’t Hart',
];
const CITIES = ['Utrecht', 'Amersfoort', 'Antwerpen', '’s-Hertogenbosch', 'Zwolle'];
const STREETS = ['Dorpsstraat', 'Kerkweg', 'Burgemeester van Roijensingel', 'Nieuwe Gracht'];
const ARTICLES = [
  ['ARBEID', 'Arbeidsloon monteur', 'Diensten', 'uur', '57.5'],
  ['VOORRIJ', 'Voorrijkosten', 'Diensten', 'stuk', '35'],
  ['CV-1024', 'Expansievat 18 liter met koppeling 3/4"', 'CV-materiaal', 'stuk', '48.95'],
  ['KAB-3X25', 'Installatiekabel XMvK 3 x 2,5 mm² per meter', 'Elektra', 'm', '1.23456'],
  ['DAK-EPDM', 'EPDM dakbedekking 1,2 mm', 'Dakwerk', 'm²', '18.4'],
] as const;

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

export function customer(id: number): CustomerDetail {
  const name = pick(NAMES, id - 1);
  const isBelgian = pick(CITIES, id) === 'Antwerpen';
  const address = {
    street: `${pick(STREETS, id)} ${id}`,
    postcode: id % 7 === 0 ? '' : isBelgian ? '2000' : `${3500 + (id % 90)} AB`,
    city: pick(CITIES, id),
    country: isBelgian ? 'BE' : 'NL',
  };
  return {
    ...address,
    id,
    number: String(10_000 + id),
    name: id <= NAMES.length ? name : `${name} ${id}`,
    phone: `030-${String(2_000_000 + id)}`,
    email: `info${id}@voorbeeld.nl`,
    vatNumber: 'NL001234567B01',
    chamberOfCommerceNumber: '30123456',
    origin: id === 4 ? 'simon' : 'package',
    active: id !== 6,
    openWorkOrders: id % 3,
    workAddresses: [
      { ...address, id: id * 10, customerId: id, name: '', kind: 'main', origin: 'package' },
      ...(id % 2 === 0
        ? [{ ...address, id: id * 10 + 1, customerId: id, name: 'Magazijn', kind: 'own', origin: 'simon' } as const]
        : []),
    ],
  };
}

export function article(id: number): ArticleRow {
  const [code, description, groupName, unit, unitPrice] = pick(ARTICLES, id - 1);
  return {
    id,
    code: id <= ARTICLES.length ? code : `${code}-${id}`,
    description,
    groupName,
    unit,
    unitPrice: id % 11 === 0 ? null : unitPrice,
    vatRate: '21',
    origin: 'package',
    active: id % 13 !== 0,
  };
}

/** Every fourth lacks a customer of the package, every fifth a work description; one customer's go together. */
export function checkOf({ id, number, status, customerId, customer: who }: WorkOrderDetail): ArchiveCheck {
  const isStopped = id % 4 === 0;
  return {
    id,
    number,
    status,
    customerName: who?.name ?? '',
    findings: [
      ...(isStopped
        ? [
            {
              severity: 'stops' as const,
              problem: { kind: 'blocked' as const, code: 'no-customer', params: {} },
              place: { screen: 'work-order' as const, field: 'customer' },
            },
          ]
        : []),
      ...(id % 5 === 0
        ? [
            {
              severity: 'warns' as const,
              problem: { kind: 'blocked' as const, code: 'no-work-description', params: {} },
              place: { screen: 'work-order' as const, field: 'description' },
            },
          ]
        : []),
    ],
    isSent: !isStopped,
    document: isStopped ? null : { totalExclVat: '100.00', lines: 3, pdfs: 1 },
    togetherKey: isStopped ? null : String(customerId),
  };
}

export function workOrder(id: number): WorkOrderDetail {
  const status = id % 3 === 0 ? 'archived' : id % 3 === 1 ? 'ready' : 'planned';
  const who = customer(((id - 1) % 8) + 1);
  return {
    id,
    number: String(2600 + id),
    status,
    version: 1,
    customerId: who.id,
    workAddressId: who.workAddresses[0]?.id ?? null,
    description:
      id % 4 === 0 ? 'Garantie: lekkage onder wastafel verhelpen' : 'CV-ketel nakijken en expansievat vervangen',
    customerReference: 'PO-88213',
    notes: '',
    employeeId: 1,
    plannedStartAtMs: NOW_MS + (id - 4) * DAY_MS,
    plannedEndAtMs: NOW_MS + (id - 4) * DAY_MS + 90 * MINUTE_MS,
    times: [
      { employeeId: 1, kind: 'work', date: '2026-11-20', startMinute: null, minutes: 120, note: '' },
      { employeeId: 1, kind: 'travel', date: '2026-11-20', startMinute: null, minutes: 15, note: 'Heenreis' },
    ],
    articles: [
      { articleId: 3, quantity: '1', unitPrice: null, description: null },
      { articleId: 4, quantity: '12.5', unitPrice: '1.1', description: null },
    ],
    forms: [{ title: 'Oplevering', answers: [{ question: 'Is de druk gecontroleerd?', answer: 'Ja, 1,6 bar' }] }],
    customer: who,
    workAddress: who.workAddresses[0] ?? null,
    articleRows: [article(3), article(4)],
    formVersions: [],
    signature: null,
    createdAtMs: NOW_MS - 3 * DAY_MS,
    reportedReadyAtMs: status === 'planned' ? null : NOW_MS - DAY_MS,
    archivedAtMs: status === 'archived' ? NOW_MS - 20 * MINUTE_MS : null,
    sourceNumber: id % 5 === 0 ? 'VO-1188' : null,
    madeFrom: null,
    queueEntryId: status === 'archived' ? id : null,
    chosenAgainAtMs: null,
  };
}

const QUEUE_STATES = ['blocked', 'booked', 'waiting', 'unsure', 'skipped', 'booked', 'sending'] as const;

/** One is there, the other needs the office. */
const pdfsOf = (number: string): readonly PdfRow[] => [
  {
    kind: 'work-order',
    fileName: `Werkbon ${number}.pdf`,
    sizeBytes: 48_200,
    state: 'done',
    attempts: 1,
    nextAttemptAtMs: null,
    problem: null,
    doneAtMs: NOW_MS - 10 * MINUTE_MS,
  },
  {
    kind: 'custom-forms',
    fileName: `Formulieren ${number}.pdf`,
    sizeBytes: 12_400_000,
    state: 'held',
    attempts: 0,
    nextAttemptAtMs: null,
    problem: {
      kind: 'blocked',
      code: 'pdf-too-large',
      params: { file: `Formulieren ${number}.pdf`, size: '12.4', max: '10.0' },
    },
    doneAtMs: null,
  },
];

/** What the package answered to the first attempt. */
function answerOf(id: number, state: DeliveryState): readonly DeliveryStep[] {
  const atMs = NOW_MS - 20 * MINUTE_MS;
  const call = {
    method: 'POST',
    address: 'b2bapi.snelstart.nl/v2/verkooporders',
    effect: 'write',
    problem: null,
    requestId: null,
    durationMs: 412,
  } as const;
  if (state === 'booked') {
    const facts = { number: `VO-${2000 + id}`, externalId: `order-${id}`, calls: [{ ...call, status: 201 }] };
    return [{ atMs, step: 'booked', facts }];
  }
  const calls = [{ ...call, status: 400 }];
  return [{ atMs, step: 'rejected', facts: { problem: { kind: 'rejected', code: 'rejected', params: {} }, calls } }];
}

export function queueEntry(id: number): QueueDetail {
  const state = pick(QUEUE_STATES, id - 1);
  const who = customer(((id - 1) % 8) + 1);
  const line = {
    articleCode: 'ARBEID',
    description: 'Arbeidsloon monteur',
    quantity: '2',
    unitPrice: '57.5',
    totalExclVat: '115',
    minutes: 120,
  };
  const marker = `SK-7F3A-${2600 + id * 3}-1`;
  const target = {
    marker,
    package: 'snelstart',
    administrationId: 'adm-1',
    settingsVersion: 3,
    requestSha256: 'a3f1'.repeat(16),
  };
  return {
    id,
    workOrderId: id * 3,
    workOrderNumber: String(2600 + id * 3),
    together: [],
    revision: 1,
    customerName: state === 'blocked' ? '' : who.name,
    description: `Onderhoudsbeurt cv-ketel ${id}`,
    state,
    held: state === 'unsure',
    mayChange: true,
    problem:
      state === 'blocked'
        ? {
            kind: 'blocked',
            code: 'no-customer',
            params: {},
            text: {
              message: { nl: 'Deze werkbon heeft geen klant.', en: 'This work order has no customer.' },
              action: {
                nl: 'Haal de werkbon terug, kies een klant uit SnelStart en archiveer opnieuw.',
                en: 'Take the work order back, choose a customer from SnelStart and archive again.',
              },
            },
          }
        : null,
    attempts: state === 'waiting' ? 2 : 1,
    nextAttemptAtMs: state === 'waiting' ? NOW_MS + 4 * MINUTE_MS : null,
    archivedAtMs: NOW_MS - id * 20 * MINUTE_MS,
    documentNumber: state === 'booked' ? `VO-${2000 + id}` : null,
    totalExclVat: '198.85',
    pdfs: id === 2 ? pdfsOf(String(2600 + id * 3)) : [],
    package: 'snelstart',
    marker,
    settingsVersion: 3,
    externalId: null,
    sentAtMs: NOW_MS - 20 * MINUTE_MS,
    candidates: [],
    sentDocuments: [],
    document: {
      workOrderNumber: String(2600 + id * 3),
      revision: 1,
      marker,
      date: '2026-11-23',
      customer: { externalId: 'c1', number: who.number, name: who.name, extra: null },
      workAddress: null,
      workDescription: 'CV-ketel nakijken en expansievat vervangen',
      customerReference: 'PO-88213',
      employee: null,
      pdfs: [],
      lines: [],
      totals: {
        exclVat: '198.85',
        vat: [{ vatRate: '21', base: '198.85', vat: '41.76' }],
        inclVat: '240.61',
      },
    },
    request: {
      marker,
      variants: [],
      fields: [
        {
          label: { nl: 'Omschrijving', en: 'Description' },
          value: 'CV-ketel nakijken en expansievat vervangen XXX',
        },
        { label: { nl: 'Betalingskenmerk', en: 'Payment reference' }, value: String(2600 + id * 3) },
        { label: { nl: 'Memo', en: 'Memo' }, value: 'Dorpsstraat 1\n3501 AB Utrecht' },
      ],
      lines: [
        {
          articleCode: null,
          description: 'CV-ketel nakijken en expansievat vervangen',
          quantity: '0',
          unitPrice: null,
          totalExclVat: null,
          minutes: null,
        },
        line,
        { ...line, articleCode: 'REIS', description: 'Reistijd', quantity: '0.25', totalExclVat: '14.38', minutes: 15 },
        {
          articleCode: 'VOORRIJ',
          description: 'Voorrijkosten',
          quantity: '1',
          unitPrice: '35',
          totalExclVat: '35',
          minutes: null,
        },
      ],
      cuts: [{ field: { nl: 'Omschrijving', en: 'Description' }, allowed: 50, length: 83 }],
    },
    steps: [
      { atMs: NOW_MS - 21 * MINUTE_MS, step: 'frozen', facts: target },
      {
        atMs: NOW_MS - 20 * MINUTE_MS,
        step: 'sending',
        facts: { ...target, attempt: 1, variant: 0, administrationName: 'Jansen Installatietechniek B.V.' },
      },
      ...answerOf(id, state),
    ],
  };
}

const LEVELS: readonly LogLevel[] = ['error', 'info', 'approval', 'warning'];

export function logRow(id: number): LogRow {
  const level = pick(LEVELS, id - 1);
  return {
    id,
    runId: id === 1 ? 3 : null,
    place:
      id === 1
        ? { what: 'setting', package: 'snelstart', key: 'workArticle' }
        : level === 'error'
          ? { what: 'delivery' }
          : null,
    firstAtMs: NOW_MS - id * 7 * MINUTE_MS - DAY_MS,
    lastAtMs: NOW_MS - id * 7 * MINUTE_MS,
    count: id % 5 === 1 ? 14 : 1,
    level,
    table: level === 'error' ? 'workOrder' : level === 'warning' ? 'article' : 'customer',
    recordId: id,
    record: level === 'error' ? `Werkbon ${2600 + id}` : level === 'warning' ? 'KAB-3X25' : pick(NAMES, id),
    message: {
      nl:
        level === 'error'
          ? 'Artikel ‘ARBEIT’ bestaat niet in SnelStart. De verkooporder is niet gemaakt.'
          : level === 'warning'
            ? 'De omschrijving is langer dan 50 tekens en is ingekort.'
            : 'Bijgewerkt vanuit SnelStart.',
      en: level === 'error' ? 'Article ‘ARBEIT’ does not exist in SnelStart.' : 'Updated from SnelStart.',
    },
    action:
      level === 'error'
        ? {
            nl: 'Open Integraties, kies Wijzig en vul bij ‘Artikel voor werktijd’ een bestaande artikelcode in.',
            en: 'Open Integrations, choose Change and enter an existing article code.',
          }
        : null,
  };
}

export function run(id: number): RunRow {
  return {
    id,
    package: 'snelstart',
    occasion: id === 4 ? 'start' : null,
    trigger: id === 1 ? 'manual' : 'schedule',
    startedAtMs: NOW_MS - id * 5 * MINUTE_MS,
    endedAtMs: NOW_MS - id * 5 * MINUTE_MS + 2_400,
    result: id === 3 ? 'partial' : 'finished',
    calls: 6 + id,
    resources: [
      { resource: 'customers', counts: { read: 12, written: 3, unchanged: 9, removed: 0, parked: 0 }, problem: null },
      { resource: 'articles', counts: { read: 40, written: 1, unchanged: 39, removed: 0, parked: 1 }, problem: null },
    ],
    documents: { booked: id % 3, skipped: 0, blocked: 0, unsure: 0 },
    problem: null,
  };
}
