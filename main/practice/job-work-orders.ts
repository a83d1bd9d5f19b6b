/** The work orders of the practice job, and what must become of them in the books. Pure. */
import type { Settings } from '../../connectors/_kit/settings';

export interface ExpectedLine {
  readonly articleCode: string;
  readonly quantity: string;
}

/** The lines in the order of the product: work description, work time, travel time, articles, standard article. */
export interface ExpectedDocument {
  readonly descriptionFirst: boolean;
  /** Behind the work description. */
  readonly lines: readonly ExpectedLine[];
}

export interface JobWorkOrder {
  readonly description: string;
  readonly customerReference: string;
  readonly travelMinutes: number;
  readonly workMinutes: number;
  /** What the minutes are in hours: minutes / 60, rounded half up to two decimals. */
  readonly travelHours: string;
  readonly workHours: string;
  readonly articles: readonly { readonly code: string; readonly quantity: string; readonly unitPrice?: string }[];
}

export const JOB_WORK_ORDERS: readonly JobWorkOrder[] = [
  {
    description: 'Jaarlijkse onderhoudsbeurt cv-ketel en waterdruk bijvullen',
    customerReference: 'PO 4711',
    travelMinutes: 15,
    workMinutes: 120,
    travelHours: '0.25',
    workHours: '2',
    articles: [
      { code: 'ONDERHOUD-CV', quantity: '1' },
      { code: '000123', quantity: '4' },
    ],
  },
  {
    description: 'Lekkage onder het aanrecht verholpen',
    customerReference: '',
    travelMinutes: 0,
    workMinutes: 50,
    travelHours: '0',
    workHours: '0.83',
    articles: [{ code: '007', quantity: '0.5', unitPrice: '4.25' }],
  },
  {
    description: 'Rookmelders geplaatst op drie verdiepingen',
    customerReference: 'VvE 2026-18',
    travelMinutes: 40,
    workMinutes: 0,
    travelHours: '0.67',
    workHours: '0',
    articles: [{ code: 'ROOKM-3', quantity: '2' }],
  },
  {
    description: 'Thermostaatkraan opnieuw afgesteld, GARANTIE',
    customerReference: '',
    travelMinutes: 15,
    workMinutes: 30,
    travelHours: '0.25',
    workHours: '0.5',
    articles: [],
  },
];

/** What must become of a work order under these settings; null: it must not be sent. */
export function expectedDocument(workOrder: JobWorkOrder, settings: Settings): ExpectedDocument | null {
  const { description, workHours, travelHours, articles } = workOrder;
  const filterWord = settings.exclusionWord;
  if (typeof filterWord === 'string' && filterWord !== '' && description.toLowerCase().includes(filterWord))
    return null;
  const line = (key: string, quantity: string): readonly ExpectedLine[] => {
    const code = settings[key];
    return typeof code === 'string' && code !== '' && quantity !== '0' ? [{ articleCode: code, quantity }] : [];
  };
  return {
    descriptionFirst: settings.firstLineDescription === true,
    lines: [
      ...line('workArticle', workHours),
      ...line('travelArticle', travelHours),
      ...articles.map(({ code, quantity }) => ({ articleCode: code, quantity })),
      ...line('standardArticle', '1'),
    ],
  };
}

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
