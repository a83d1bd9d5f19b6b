import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { ok } from '../../../connectors/_kit/result';
import { createDayListMaker, type DayListRequest } from '../../../main/documents/day-list-maker';
import type { ArticleRow, EmployeeRow, Language, WorkOrderDetail } from '../../../preload/contract/views';

const DAY = '2026-11-23';
/** A time of that day on the clock of the office, in winter. */
const at = (hour: number, minute = 0, inDays = 0) => Date.UTC(2026, 10, 23 + inDays, hour - 1, minute);
const EMPLOYEES: readonly EmployeeRow[] = [
  { id: 1, name: 'Fatima El Idrissi', active: true },
  { id: 2, name: 'Łukasz/Wiśniewski', active: true },
];
const ARTICLE: ArticleRow = {
  id: 7,
  code: 'CU-15',
  description: 'Koperen buis 15 mm',
  groupName: '',
  unit: 'm',
  unitPrice: '12.34',
  vatRate: '21',
  origin: 'package',
  active: true,
};

let lastId = 0;
function job(change: Partial<WorkOrderDetail>): WorkOrderDetail {
  lastId += 1;
  return {
    id: lastId,
    number: String(1000 + lastId),
    status: 'planned',
    version: 1,
    customerId: 1,
    workAddressId: null,
    description: 'Kraan vervangen',
    customerReference: '',
    notes: '',
    employeeId: 1,
    plannedStartAtMs: at(8),
    plannedEndAtMs: at(10),
    times: [],
    articles: [],
    forms: [],
    customer: {
      id: 1,
      number: '10042',
      name: 'Café Zoë',
      street: 'Dorpsstraat 1',
      postcode: '1234 AB',
      city: 'Utrecht',
      phone: '030-1234567',
      origin: 'package',
      active: true,
    },
    workAddress: null,
    articleRows: [ARTICLE],
    formVersions: [],
    signature: null,
    createdAtMs: 0,
    reportedReadyAtMs: null,
    archivedAtMs: null,
    sourceNumber: null,
    madeFrom: null,
    queueEntryId: null,
    chosenAgainAtMs: null,
    ...change,
  };
}

/** The page that goes to the printer, as a reader sees it: the sheets with their text, and what the PDF is called. */
async function made(workOrders: readonly WorkOrderDetail[], request: DayListRequest, language: Language = 'nl') {
  let page = '';
  const maker = createDayListMaker({
    store: {
      planning: {
        board: () => Promise.reject(new Error('Not for paper')),
        boardDetails: ({ fromMs, toMs }) => {
          expect([fromMs, toMs]).toEqual([at(0), at(24)]);
          return Promise.resolve(workOrders);
        },
        unplanned: () => Promise.reject(new Error('Not for paper')),
        plan: () => Promise.reject(new Error('Not for paper')),
      },
      employees: {
        list: () => Promise.resolve(EMPLOYEES),
        add: () => Promise.reject(new Error('Nobody is added')),
        byName: () => Promise.resolve(null),
        save: () => Promise.reject(new Error('Nobody is changed')),
        order: () => Promise.reject(new Error('Nobody is moved')),
      },
    },
    print: (html) => {
      page = html;
      return Promise.resolve(ok(new Uint8Array([1])));
    },
    companyName: () => 'Jansen & Zn.',
    language: () => language,
  });
  const result = await maker.pdf(request);
  const { document } = new Window();
  document.write(page);
  const sheets = [...document.querySelectorAll('.page')].map((sheet) => sheet.textContent.replace(/\s+/g, ' ').trim());
  return { result, sheets, title: document.title };
}

describe('the day list', () => {
  it('has a sheet for each employee with work, those without an employee first', async () => {
    const { sheets, title, result } = await made(
      [
        job({ employeeId: null, description: 'Nog te verdelen' }),
        job({ plannedStartAtMs: at(11), plannedEndAtMs: null }),
      ],
      { day: DAY, who: 'all' },
    );
    expect(sheets).toHaveLength(2);
    expect(sheets[0]).toContain('Zonder medewerker');
    expect(sheets[0]).toContain('Nog te verdelen');
    expect(sheets[1]).toContain('Daglijst ma 23 nov 2026');
    expect(sheets[1]).toContain('Fatima El Idrissi');
    expect(sheets[1]).toContain('11:00');
    expect(title).toBe('Daglijst ma 23 nov 2026 – Jansen & Zn.');
    expect(result).toMatchObject({ value: { fileName: 'Daglijst 2026-11-23.pdf' } });
  });

  it('says when, where, whom to call, what to do and what to take along, and no prices', async () => {
    const workAddress = {
      id: 2,
      customerId: 1,
      kind: 'own',
      origin: 'simon',
      name: 'Magazijn',
      street: 'Kerkstraat 2',
      postcode: '2000',
      city: 'Antwerpen',
      country: 'BE',
    } as const;
    const articles = [{ articleId: 7, quantity: '2.5', unitPrice: '99', description: null }];
    const { sheets } = await made([job({ workAddress, articles, notes: '<b>Sleutel</b> bij de buren' })], {
      day: DAY,
      who: 1,
    });
    const [sheet = ''] = sheets;
    for (const text of [
      '08:00–10:00',
      'Café Zoë',
      'Magazijn Kerkstraat 2 2000 Antwerpen België 030-1234567',
      'Kraan vervangen',
      '2,5 m CU-15 Koperen buis 15 mm',
      '<b>Sleutel</b> bij de buren',
    ]) {
      expect(sheet).toContain(text);
    }
    expect(sheet).not.toContain('Dorpsstraat');
    expect(sheet).not.toMatch(/99|12,34|€/);
  });

  it.each([
    ['begins', { plannedStartAtMs: at(10), plannedEndAtMs: at(15, 0, 2) }, 'vanaf 10:00'],
    ['is in the middle', { plannedStartAtMs: at(10, 0, -1), plannedEndAtMs: at(15, 0, 2) }, 'hele dag'],
    ['ends', { plannedStartAtMs: at(10, 0, -1), plannedEndAtMs: at(15) }, 'tot 15:00'],
  ])('of work that %s on that day says so, with the whole period', async (_, moments, text) => {
    const [sheet] = (await made([job(moments)], { day: DAY, who: 1 })).sheets;
    expect(sheet).toContain(text);
    expect(sheet).toContain('nov 2026, 10:00 – ');
  });

  it('of one employee is there also without work; of everybody it is refused then', async () => {
    const empty = await made([], { day: DAY, who: 2 });
    expect(empty.sheets).toEqual([expect.stringContaining('Er is niets gepland.')]);
    expect(empty.result).toMatchObject({ value: { fileName: 'Daglijst 2026-11-23 Łukasz-Wiśniewski.pdf' } });
    expect((await made([], { day: DAY, who: 'all' })).result).toMatchObject({
      problem: { code: 'day-list-empty', params: { day: 'ma 23 nov 2026' } },
    });
    expect((await made([], { day: DAY, who: 99 })).result).toMatchObject({ problem: { code: 'employee-not-found' } });
  });

  it('is in the language of the app', async () => {
    const { sheets } = await made([job({ employeeId: null })], { day: DAY, who: 'nobody' }, 'en');
    expect(sheets[0]).toContain('Day list Mon 23 Nov 2026 Without employee');
  });
});
