/** The work orders of the practice job, and what must become of them in the books. Pure. */
import { PRACTICE_ARTICLES, PRACTICE_FILTER_WORD } from './practice-settings';

export interface ExpectedLine {
  readonly articleCode: string;
  readonly quantity: string;
}

export interface JobWorkOrder {
  readonly description: string;
  readonly customerReference: string;
  readonly travelMinutes: number;
  readonly workMinutes: number;
  readonly articles: readonly { readonly code: string; readonly quantity: string; readonly unitPrice?: string }[];
  /** Behind the work description, which comes first. Null: it must not be sent. */
  readonly expectedLines: readonly ExpectedLine[] | null;
}

const { work, travel, standard } = PRACTICE_ARTICLES;
/** Hours are minutes / 60, rounded half up to two decimals; the lines are in the order of the product's rule. */
const expected = (
  hours: { readonly work?: string; readonly travel?: string },
  articles: readonly ExpectedLine[],
): readonly ExpectedLine[] => [
  ...(hours.work === undefined ? [] : [{ articleCode: work, quantity: hours.work }]),
  ...(hours.travel === undefined ? [] : [{ articleCode: travel, quantity: hours.travel }]),
  ...articles,
  { articleCode: standard, quantity: '1' },
];

export const JOB_WORK_ORDERS: readonly JobWorkOrder[] = [
  {
    description: 'Jaarlijkse onderhoudsbeurt cv-ketel en waterdruk bijvullen',
    customerReference: 'PO 4711',
    travelMinutes: 15,
    workMinutes: 120,
    articles: [
      { code: 'ONDERHOUD-CV', quantity: '1' },
      { code: '000123', quantity: '4' },
    ],
    expectedLines: expected({ work: '2', travel: '0.25' }, [
      { articleCode: 'ONDERHOUD-CV', quantity: '1' },
      { articleCode: '000123', quantity: '4' },
    ]),
  },
  {
    description: 'Lekkage onder het aanrecht verholpen',
    customerReference: '',
    travelMinutes: 0,
    workMinutes: 50,
    articles: [{ code: '0045', quantity: '0.5', unitPrice: '4.25' }],
    expectedLines: expected({ work: '0.83' }, [{ articleCode: '0045', quantity: '0.5' }]),
  },
  {
    description: 'Rookmelders geplaatst op drie verdiepingen',
    customerReference: 'VvE 2026-18',
    travelMinutes: 40,
    workMinutes: 0,
    articles: [{ code: 'ROOKM-3', quantity: '2' }],
    expectedLines: expected({ travel: '0.67' }, [{ articleCode: 'ROOKM-3', quantity: '2' }]),
  },
  {
    description: `Thermostaatkraan opnieuw afgesteld, ${PRACTICE_FILTER_WORD.toUpperCase()}`,
    customerReference: '',
    travelMinutes: 15,
    workMinutes: 30,
    articles: [],
    expectedLines: null,
  },
];

/** As the text of an import file; one customer each. */
export function jobImportText(customerNumbers: readonly string[]): string {
  return JSON.stringify(
    JOB_WORK_ORDERS.map(({ description, customerReference, travelMinutes, workMinutes, articles }, index) => ({
      customerNumber: customerNumbers[index % customerNumbers.length],
      description,
      customerReference,
      employee: 'Daan Visser',
      times: [
        { kind: 'travel', minutes: travelMinutes },
        { kind: 'work', minutes: workMinutes },
      ].filter(({ minutes }) => minutes > 0),
      articles,
    })),
  );
}
