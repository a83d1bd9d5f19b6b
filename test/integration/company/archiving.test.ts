import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { must } from './test-company';
import { SnelstartCompany } from './snelstart-company';

let test: SnelstartCompany;
let workArticle = '';
beforeEach(async () => {
  test = await SnelstartCompany.open();
  await test.link();
  workArticle = test.simulator.control.books.articles().map(({ code }) => code)[1] ?? '';
  await test.save({ workArticle, exclusionWord: 'garantie', firstLineDescription: true });
  await test.pull();
});
afterEach(() => test.close());

const calls = () => test.company.calls;
const times = [
  { employeeId: null, kind: 'work' as const, date: '2026-11-22', startMinute: null, minutes: 60, note: '' },
];
const found = async (id: number) =>
  (await calls()['work-orders:check']([id])).flatMap(({ findings }) =>
    findings.map(({ severity, problem, place }) => [
      severity,
      problem.code,
      place?.screen === 'queue' ? 'queue' : (place?.field ?? null),
    ]),
  );
const booked = async (id: number) => {
  await test.company.settle(15_000, () => undefined);
  const workOrder = await calls()['work-orders:get'](id);
  return calls()['queue:get'](workOrder?.queueEntryId ?? 0);
};

describe('the check before archiving', () => {
  it('finds nothing wrong with a work order that is right, and tells what it becomes', async () => {
    const id = await test.readyWorkOrder({ times });
    expect(await calls()['work-orders:check']([id])).toMatchObject([
      { status: 'ready', findings: [], isSent: true, document: { lines: 2, pdfs: 0 }, togetherKey: null },
    ]);
  });

  it('names the field of each problem, as freezing would refuse it', async () => {
    const [code = ''] = test.simulator.control.books.articles().map((one) => one.code);
    const [article] = (await calls()['articles:list']({ search: code, offset: 0, limit: 1 })).rows;
    const line = { articleId: article?.id ?? 0, quantity: '1', unitPrice: null, description: null };
    const id = await test.readyWorkOrder({ times, articles: [line] });
    test.simulator.control.books.deactivateArticle(code);
    await test.pull();
    expect(await found(id)).toEqual([['stops', 'article-inactive', 'articles[0]']]);
    expect(await found(await test.readyWorkOrder({ customerId: null, times }))).toEqual([
      ['stops', 'no-customer', 'customer'],
    ]);
  });

  it('tells a setting that freezing would refuse, and leads to it', async () => {
    const id = await test.readyWorkOrder({ times });
    test.simulator.control.books.deactivateArticle(workArticle);
    await test.pull();
    expect(await found(id)).toEqual([['stops', 'work-article-gone', 'workArticle']]);
  });

  it('warns of the filter word, of texts that will be cut and of an empty description', async () => {
    expect(await found(await test.readyWorkOrder({ times, description: 'Garantie kraan' }))).toEqual([
      ['warns', 'filter-word', 'description'],
    ]);
    const long = await found(await test.readyWorkOrder({ times, description: 'x '.repeat(400) }));
    expect(long).toContainEqual(['warns', 'text-will-be-cut', 'description']);
    expect(await found(await test.readyWorkOrder({ times, description: '' }))).toEqual([
      ['warns', 'no-work-description', 'description'],
    ]);
  });
});

describe('work orders of one customer together', () => {
  const three = async () => {
    must(await calls()['company-settings:save']({ combine: 'per-customer' }));
    return [
      await test.readyWorkOrder({ times }),
      await test.readyWorkOrder({ times }),
      await test.readyWorkOrder({ times }),
    ];
  };

  it('share a key, unless something sets one apart', async () => {
    const ids = await three();
    const apart = [
      await test.readyWorkOrder({ times, customerReference: 'PO 1' }),
      await test.readyWorkOrder({ times, description: 'Garantie' }),
    ];
    const keys = (await calls()['work-orders:check']([...ids, ...apart])).map(({ togetherKey }) => togetherKey);
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[0]).not.toBeNull();
    expect(keys[3]).not.toBe(keys[0]);
    expect(keys[4]).toBeNull();
  });

  it('become one document, also when the button is pressed twice', async () => {
    const ids = await three();
    const [first, second] = await Promise.all([
      calls()['work-orders:archive-together']([...ids]),
      calls()['work-orders:archive-together']([...ids]),
    ]);
    expect(first.archived.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(second.archived).toEqual([]);
    const entry = await booked(ids[2] ?? 0);
    expect(entry?.state).toBe('booked');
    expect(test.simulator.control.documents()).toHaveLength(1);
    const { rows } = await calls()['log:list']({ filter: { levels: ['approval'] }, limit: 5 });
    expect(rows.some(({ record }) => record.startsWith('1001, 1002, 1003'))).toBe(true);
  });

  it('are refused as a whole when one of them does not belong with the others', async () => {
    const ids = await three();
    const other = await test.readyWorkOrder({ times, customerReference: 'PO 1' });
    const { archived, refused } = await calls()['work-orders:archive-together']([...ids, other]);
    expect(archived).toEqual([]);
    expect(refused.map(({ problem }) => problem.code)).toEqual(Array(4).fill('cannot-be-together'));
    expect((await calls()['overview:get'](undefined)).counts.ready).toBe(4);
  });

  it('are refused while the company does not want it', async () => {
    const ids = [await test.readyWorkOrder({ times }), await test.readyWorkOrder({ times })];
    const { refused } = await calls()['work-orders:archive-together'](ids);
    expect(refused).toHaveLength(2);
  });
});

describe('a further document', () => {
  it('is made by choice only, is told in the log, and warns before it is archived', async () => {
    const id = await test.readyWorkOrder({ times });
    await calls()['work-orders:archive']([id]);
    expect((await booked(id))?.state).toBe('booked');

    must(await calls()['work-orders:choose-again'](id));
    expect(await found(id)).toEqual([['warns', 'becomes-second-document', 'queue']]);
    await calls()['work-orders:archive']([id]);
    expect(await booked(id)).toMatchObject({ state: 'booked', revision: 2 });
    expect(test.simulator.control.documents()).toHaveLength(2);
    const { rows } = await calls()['log:list']({ filter: { levels: ['warning'] }, limit: 5 });
    expect(rows[0]?.message.nl).toContain('nog een boekstuk');
  });
});
