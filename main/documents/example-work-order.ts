import type { Language, WorkOrderDetail } from '../../preload/contract/views';
import { knownText } from '../log/catalogue';
import type { Costs, SheetInput } from './sheet';

const EMPLOYEE_ID = 1;
const DAY = '2026-03-02';
/** 08:00 and 10:30 on that day on the clock of the office, in winter. */
const START_AT_MS = Date.UTC(2026, 2, 2, 7);
const END_AT_MS = Date.UTC(2026, 2, 2, 9, 30);

/** Of nobody: a work order that shows how a paper looks. Pure. */
export function exampleOf(
  language: Language,
): Pick<SheetInput, 'workOrder' | 'employeeNames' | 'pictures'> & { readonly costs: Costs } {
  const say = (key: string): string => knownText(`pdf.example.${key}`)[language];
  const workOrder: WorkOrderDetail = {
    id: 1,
    number: '1042',
    status: 'ready',
    version: 1,
    customerId: 1,
    workAddressId: null,
    description: say('work'),
    customerReference: 'PO 4711',
    notes: say('notes'),
    employeeId: EMPLOYEE_ID,
    plannedStartAtMs: START_AT_MS,
    plannedEndAtMs: END_AT_MS,
    times: [
      { employeeId: EMPLOYEE_ID, kind: 'travel', date: DAY, startMinute: 465, minutes: 15, note: '' },
      { employeeId: EMPLOYEE_ID, kind: 'work', date: DAY, startMinute: 480, minutes: 150, note: say('time-note') },
    ],
    articles: [{ articleId: 1, quantity: '2.5', unitPrice: null, description: null }],
    forms: [],
    customer: {
      id: 1,
      number: '10042',
      name: say('customer'),
      street: 'Dorpsstraat 1',
      postcode: '1234 AB',
      city: 'Utrecht',
      phone: '',
      origin: 'package',
      active: true,
    },
    workAddress: null,
    articleRows: [
      {
        id: 1,
        code: 'CU-15',
        description: say('article'),
        groupName: '',
        unit: 'm',
        unitPrice: '6.4',
        vatRate: '21',
        origin: 'package',
        active: true,
      },
    ],
    formVersions: [],
    signature: null,
    createdAtMs: START_AT_MS,
    reportedReadyAtMs: END_AT_MS,
    archivedAtMs: null,
    sourceNumber: null,
    madeFrom: null,
    queueEntryId: null,
    chosenAgainAtMs: null,
  };
  const line = { descriptionChanged: false, minutes: null, priceChanged: false, vatRate: '21' };
  const article = (code: string, description: string, unit: string) => ({
    externalId: code,
    code,
    description,
    unit,
    extra: null,
  });
  const lines: Costs['lines'] = [
    {
      ...line,
      kind: 'work-time',
      article: article('ARBEID', say('labour'), say('hour')),
      description: say('labour'),
      quantity: '2.5',
      unitPrice: '62.5',
      totalExclVat: '156.25',
    },
    {
      ...line,
      kind: 'article',
      article: article('CU-15', say('article'), 'm'),
      description: say('article'),
      quantity: '2.5',
      unitPrice: '6.4',
      totalExclVat: '16.00',
    },
  ];
  return {
    workOrder,
    employeeNames: new Map([[EMPLOYEE_ID, 'H. Jansen']]),
    pictures: [],
    costs: {
      lines,
      totals: { exclVat: '172.25', vat: [{ vatRate: '21', base: '172.25', vat: '36.17' }], inclVat: '208.42' },
    },
  };
}
