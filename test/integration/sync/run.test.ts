import { describe, expect, it } from 'vitest';
import type { PullPage } from '../../../connectors/_kit/connector';
import type { RecordOf, Resource } from '../../../connectors/_kit/model';
import { problem } from '../../../connectors/_kit/problem';
import type { RemoteStore } from '../../../main/db/store';
import { StorageError } from '../../../main/db/storage-error';
import type { CleanUpQuestion, RunRow, SyncRequest } from '../../../preload/contract/views';
import { settled } from '../../fakes/fake-time';
import { article, customer, draft, everything, LINK, value } from '../db/records';
import { HOUR_MS, linkedCompany, MINUTE_MS, type EngineHarness } from './engine-harness';

const ALL: SyncRequest = { resources: ['customers', 'articleGroups', 'articles', 'orders'], cleanUp: false };

function page<R extends Resource>(
  number: number,
  records: readonly RecordOf[R][],
  more: Partial<PullPage<R>> = {},
): PullPage<Resource> {
  return {
    records: records.map((record) => ({ kind: 'present' as const, record })),
    parked: [],
    mark: { highWater: `2026-11-22T0${number}:00:00`, state: { page: number } },
    total: null,
    ...more,
  };
}

const customers = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => customer(String(from + index)));

async function run(company: EngineHarness, request: SyncRequest = ALL): Promise<RunRow> {
  return value(await company.finish(company.engine.run(request, 'manual')));
}

const namesOf = (company: EngineHarness): readonly string[] =>
  company.store.customers
    .list(everything)
    .rows.map((row) => row.name)
    .sort();

describe('a run', () => {
  it('takes the tables over in an order in which each finds what it names, and tells what it did', async () => {
    const company = linkedCompany();
    company.books.pulls.customers = [page(1, customers(10, 2)), page(2, customers(12, 1))];
    company.books.pulls.articles = [page(1, [article('20')])];
    company.books.pulls.articleGroups = [page(1, [])];
    const row = await run(company);

    expect(company.books.calls).toEqual([
      'check',
      'pull articleGroups',
      'pull customers',
      'pull articles',
      'pull orders',
    ]);
    expect(row).toMatchObject({ result: 'finished', trigger: 'manual', problem: null });
    expect(row.resources.map((one) => [one.resource, one.counts.read, one.counts.written])).toEqual([
      ['articleGroups', 0, 0],
      ['customers', 3, 3],
      ['articles', 1, 1],
    ]);
    expect(company.store.pull.mark(LINK, 'customers')).toEqual({
      mark: { highWater: '2026-11-22T02:00:00', state: { page: 2 } },
      complete: true,
    });
    expect(company.messages()).toEqual([
      'Synchronisatie met Pakket klaar: 4 gelezen, 4 gewijzigd, 0 verwijderd, 0 niet overgenomen. Werkbonnen: 0 geboekt, 0 overgeslagen, 0 geblokkeerd, 0 onzeker.',
    ]);
  });

  it('pulls only what was asked for, and the groups with the articles', async () => {
    const company = linkedCompany();
    await run(company, { resources: ['articles'], cleanUp: false });
    expect(company.books.calls).toEqual(['check', 'pull articleGroups', 'pull articles']);
  });

  it('delivers at its end and counts the documents', async () => {
    const company = linkedCompany();
    await company.archive();
    const row = await run(company);
    expect(row.documents).toEqual({ booked: 1, skipped: 0, blocked: 0, unsure: 0 });
  });

  it('by schedule says nothing when there was nothing', async () => {
    const company = linkedCompany();
    company.books.ids.articles = [{ externalIds: ['9'], rowsSeen: 1 }];
    company.books.ids.customers = [{ externalIds: ['1', '2'], rowsSeen: 2 }];
    company.engine.startSchedule();
    await company.time.advance(30 * MINUTE_MS);
    expect(company.books.calls.filter((call) => call === 'check').length).toBeGreaterThan(4);
    expect(company.messages()).toEqual([]);
  });

  it('keeps what the package says anew about the administration, and works with it', async () => {
    const company = linkedCompany();
    company.books.administration = { id: 'adm-1', name: 'Jansen Nieuw', facts: { decimals: 5 } };
    await run(company);
    expect(company.linked).toEqual({ id: 'adm-1', name: 'Jansen Nieuw', facts: { decimals: 5 } });
  });

  it('reads nothing from another administration than the linked one', async () => {
    const company = linkedCompany();
    company.books.administration = { id: 'adm-2', name: 'Pietersen BV', facts: null };
    const row = await run(company);
    expect(row).toMatchObject({ result: 'failed', problem: { code: 'administration-changed' } });
    expect(company.books.calls).toEqual(['check']);
    expect(company.linked.id).toBe('adm-1');
  });
});

describe('a run that is cut off', () => {
  it('goes on from the mark of the last stored page', async () => {
    const company = linkedCompany();
    company.books.pulls.customers = [
      page(1, customers(10, 2)),
      page(2, customers(12, 2)),
      () => new Promise<void>(() => undefined),
    ];
    company.engine.startSchedule();
    await company.time.advance(20_000);
    expect(namesOf(company)).toEqual(['Jansen', 'Klant 10', 'Klant 11', 'Pietersen']);

    company.books.pulls.customers = [page(2, customers(12, 2)), page(3, customers(14, 1))];
    company.books.pulls.articles = [];
    await company.restart();
    await run(company);
    expect(company.books.marksAsked.filter(([resource]) => resource === 'customers').at(-1)).toEqual([
      'customers',
      { page: 1 },
    ]);
    expect(namesOf(company)).toEqual([
      'Jansen',
      'Klant 10',
      'Klant 11',
      'Klant 12',
      'Klant 13',
      'Klant 14',
      'Pietersen',
    ]);
    const results = company.store.runs.list(everything).rows.map((row) => row.result);
    expect(results.slice(0, 2)).toEqual(['finished', 'cancelled']);
  });

  it('at any page loses no record and has none twice', async () => {
    const pages = [1, 2, 3, 4].map((number) => page(number, customers(number * 10, 2), { total: 8 }));
    for (let killedAt = 1; killedAt <= pages.length; killedAt += 1) {
      for (const isStored of [false, true]) {
        let puts = 0;
        const company = linkedCompany(undefined, (store: RemoteStore) => ({
          ...store,
          pull: {
            ...store.pull,
            applyPage: async (one) => {
              const isLast = (puts += 1) === killedAt;
              const outcome = isLast && !isStored ? null : await store.pull.applyPage(one);
              if (outcome === null || isLast) throw new Error('Killed');
              return outcome;
            },
          },
        }));
        company.books.pulls.customers = [...pages];
        await run(company);
        await company.restart();
        const mark = company.store.pull.mark(LINK, 'customers')?.mark.state as { page: number } | undefined;
        company.books.pulls.customers = pages.slice(mark?.page ?? 0);
        await run(company);
        expect(namesOf(company)).toHaveLength(2 + 8);
        expect(mark?.page ?? 0).toBe(isStored ? killedAt : killedAt - 1);
      }
    }
  });

  it('changes nothing when a page comes twice', async () => {
    const company = linkedCompany();
    company.books.pulls.customers = [page(1, customers(10, 3))];
    await run(company);
    company.books.pulls.customers = [page(1, customers(10, 3))];
    const row = await run(company);
    expect(row.resources.find((one) => one.resource === 'customers')?.counts).toEqual({
      read: 3,
      written: 0,
      unchanged: 3,
      removed: 0,
      parked: 0,
    });
    expect(namesOf(company)).toHaveLength(5);
  });

  it('by the office ends at the page it is at, and the log says that it goes on next time', async () => {
    const company = linkedCompany();
    company.books.pulls.customers = [
      page(1, customers(10, 1)),
      page(2, customers(11, 1)),
      () => {
        company.engine.cancel();
        return Promise.resolve();
      },
      page(3, customers(12, 1)),
      page(4, customers(13, 1)),
    ];
    const row = await run(company);
    expect(row.result).toBe('cancelled');
    expect(namesOf(company)).toEqual(['Jansen', 'Klant 10', 'Klant 11', 'Klant 12', 'Pietersen']);
    expect(company.store.pull.mark(LINK, 'customers')).toMatchObject({ mark: { state: { page: 3 } }, complete: false });
    expect(company.books.calls).not.toContain('pull articles');
    expect(company.messages()).toEqual([
      'Synchronisatie met Pakket is gestopt. De volgende keer gaat Simon verder waar hij gebleven was.',
    ]);
  });

  it('by a full disk tells so and loses nothing', async () => {
    let refuse = true;
    const company = linkedCompany(undefined, (store: RemoteStore) => ({
      ...store,
      pull: {
        ...store.pull,
        applyPage: (one) => {
          if (!refuse) return store.pull.applyPage(one);
          refuse = false;
          return Promise.reject(new StorageError('full', 'SQLITE_FULL'));
        },
      },
    }));
    company.books.pulls.customers = [page(1, customers(10, 1)), page(2, customers(11, 1))];
    const row = await run(company);
    expect(row).toMatchObject({ result: 'failed', problem: { code: 'storage-full' } });

    company.books.pulls.customers = [page(1, customers(10, 1)), page(2, customers(11, 1))];
    expect(await run(company)).toMatchObject({ result: 'finished' });
    expect(namesOf(company)).toEqual(['Jansen', 'Klant 10', 'Klant 11', 'Pietersen']);
  });
});

describe('something that fails in a run', () => {
  it('as one record is reported with its name and stops no other', async () => {
    const company = linkedCompany();
    const parked = [
      {
        externalId: 'x',
        label: '10077 De Vries',
        problem: problem('bad-response', 'record-unreadable', { fields: 'naam' }),
      },
    ];
    company.books.pulls.customers = [page(1, customers(10, 2), { parked }), page(2, customers(12, 1))];
    const row = await run(company);

    expect(row).toMatchObject({ result: 'finished' });
    expect(row.resources.find((one) => one.resource === 'customers')?.counts).toMatchObject({ read: 4, parked: 1 });
    expect(namesOf(company)).toHaveLength(5);
    expect(company.log()[0]).toMatchObject({
      level: 'warning',
      table: 'customer',
      record: '10077 De Vries',
      message: { nl: 'Niet overgenomen uit Pakket. De gegevens kunnen niet worden gelezen (veld naam).' },
      action: { nl: 'Controleer deze gegevens in het boekhoudpakket.' },
    });
  });

  it('as one table does not stop the others', async () => {
    const company = linkedCompany();
    company.books.pulls.customers = [page(1, customers(10, 1)), problem('not-allowed', 'not-allowed')];
    company.books.pulls.articles = [page(1, [article('20')])];
    const row = await run(company);

    expect(row).toMatchObject({ result: 'partial', problem: { code: 'not-allowed' } });
    expect(row.resources.map((one) => [one.resource, one.problem?.code ?? null])).toEqual([
      ['customers', 'not-allowed'],
      ['articles', null],
    ]);
    expect(company.messages()[0]).toBe(
      'Ophalen van klanten uit Pakket is niet afgemaakt. De koppeling heeft hiervoor geen rechten in het boekhoudpakket.',
    );
  });

  it('as a bug of the connector ends that table only, and does not show as an error of the package', async () => {
    const company = linkedCompany();
    company.books.pulls.customers = [page(1, customers(10, 1)), 'throw'];
    company.books.pulls.articles = [page(1, [article('20')])];
    const row = await run(company);
    expect(row).toMatchObject({ result: 'partial', problem: { code: 'app-error' } });
    expect(company.books.calls).toContain('pull articles');
    expect(company.logger.bugs).toHaveLength(1);
    expect(company.messages()[0]).toContain('Er ging iets mis in Simon zelf (nummer bug-1).');
  });

  it('as the connection stops the rest of the run', async () => {
    const company = linkedCompany();
    company.books.pulls.customers = [problem('needs-login', 'login-refused')];
    const row = await run(company);
    expect(row).toMatchObject({ result: 'failed', problem: { code: 'login-refused' } });
    expect(company.books.calls).not.toContain('pull articles');
    expect(company.engine.linkProblem()).toMatchObject({ kind: 'needs-login' });
  });

  it('as a pause that the package asks for is waited out, and the run goes on from its mark', async () => {
    const company = linkedCompany();
    const pause = problem('rate-limited', 'rate-limited', {}, { retryAfterMs: MINUTE_MS });
    company.books.pulls.customers = [page(1, customers(10, 1)), pause, page(2, customers(11, 1))];
    const began = company.time.monotonicMs();
    const row = await run(company);
    expect(row.result).toBe('finished');
    expect(company.time.monotonicMs() - began).toBeGreaterThanOrEqual(MINUTE_MS);
    expect(company.books.marksAsked.filter(([resource]) => resource === 'customers')).toEqual([
      ['customers', null],
      ['customers', { page: 1 }],
    ]);
  });

  it('again and again is given up until the next run', async () => {
    const company = linkedCompany();
    const lost = problem('offline', 'connection-lost', { host: 'package.test' });
    company.books.pulls.customers = [lost, lost, lost, lost];
    const row = await run(company);
    expect(row.problem).toMatchObject({ code: 'connection-lost' });
    expect(company.books.calls.filter((call) => call === 'pull customers')).toHaveLength(3);
    expect(company.log()[0]?.level).toBe('warning');
  });
});

describe('a delivery', () => {
  it('does not wait for a long pull that is under way', async () => {
    const company = linkedCompany();
    let release: () => void = () => undefined;
    company.books.pulls.customers = [
      page(1, customers(10, 1)),
      () => new Promise<void>((resolve) => (release = resolve)),
    ];
    const running = company.engine.run(ALL, 'first');
    await settled();
    const id = await company.archive();
    await company.deliverNow();
    expect(company.entry(id).state).toBe('booked');
    release();
    await company.finish(running);
  });
});

describe('progress', () => {
  it('is told at most ten times a second, with rate and time left, and ends', async () => {
    const company = linkedCompany();
    company.books.pulls.customers = Array.from({ length: 60 }, (_, index) => [
      () => company.time.sleep(20),
      page(1, customers(10 + index, 1), { total: 60 }),
    ]).flat();
    const running = company.engine.run(ALL, 'first');
    for (let step = 0; step < 200; step += 1) await company.time.advance(20);
    await running;

    const told = company.progress.filter((one) => one.resource === 'customers');
    expect(told.length).toBeLessThanOrEqual(16);
    expect(told.length).toBeGreaterThan(8);
    const half = told.find((one) => one.done >= 30);
    expect(half).toMatchObject({ total: 60, trigger: 'first', finished: false });
    expect(half?.perSecond).toBeGreaterThan(40);
    expect(half?.perSecond).toBeLessThanOrEqual(51);
    expect(half?.secondsLeft).toBe(1);
    expect(told.at(-1)).toMatchObject({ done: 60, finished: true });
    expect(company.progress.at(-1)?.finished).toBe(true);
  });
});

describe('progress of a table that is read at once', () => {
  it('is shown although the next page is a minute away', async () => {
    const company = linkedCompany();
    company.books.pulls.customers = [
      page(1, customers(10, 3)),
      page(2, customers(13, 4)),
      () => company.time.sleep(MINUTE_MS),
    ];
    const running = company.engine.run(ALL, 'first');
    await company.time.advance(1_000);
    expect(company.progress.at(-1)).toMatchObject({ resource: 'customers', done: 3, finished: false });
    await company.finish(running);
    expect(company.progress.filter((one) => one.resource === 'customers').at(-1)).toMatchObject({ done: 7 });
  });
});

describe('the clean-up', () => {
  const ids = (...externalIds: readonly string[]) => [{ externalIds, rowsSeen: externalIds.length }];
  const CLEAN: SyncRequest = { resources: ['customers'], cleanUp: true };

  async function companyWithCustomers(count: number): Promise<EngineHarness> {
    const company = linkedCompany();
    company.books.pulls.customers = [page(1, customers(10, count))];
    await run(company, { resources: ['customers'], cleanUp: false });
    return company;
  }

  /** Customers 1 and 2, and 10 and further. */
  const firstOf = (count: number) =>
    ids(...['1', '2', ...Array.from({ length: count }, (_, index) => String(10 + index))].slice(0, count));
  const asked = (company: EngineHarness) => company.engine.pendingCleanUps();
  async function onlyQuestion(company: EngineHarness): Promise<CleanUpQuestion> {
    const questions = await asked(company);
    if (questions[0] === undefined || questions.length > 1) throw new Error(`${questions.length} questions`);
    return questions[0];
  }
  const startSchedule = (company: EngineHarness): void => {
    // Seldom, so that the days pass quickly.
    company.intervalMinutes = 360;
    company.engine.startSchedule();
  };
  /** Scheduled clean-ups come when the last one is two days ago, or six hours when the office is asked. */
  const daysLater = (company: EngineHarness, days: number) => company.time.advance(days * 24 * HOUR_MS);

  it('removes what the package no longer has and keeps what an open work order uses', async () => {
    const company = await companyWithCustomers(10);
    const used = company.store.customers.list({ ...everything, search: 'Klant 19' }).rows[0];
    if (used === undefined) throw new Error('No customer');
    value(company.store.workOrders.create(draft({ customerId: used.id }), company.time.nowMs()));
    company.books.ids.customers = ids('1', '2', '10', '11', '12', '13', '14', '15', '16', '17');
    startSchedule(company);
    await company.time.advance(HOUR_MS);

    expect(namesOf(company)).not.toContain('Klant 18');
    expect(namesOf(company)).toContain('Klant 19');
    expect(company.messages()).toContain('Schoonmaak van klanten: 1 verwijderd.');
    expect(company.log().find((one) => one.message.nl.startsWith('Bestaat niet meer in Pakket'))).toMatchObject({
      level: 'warning',
      recordId: used.id,
    });
  });

  it('shows what would go when the office asks for it, and removes it when the office agrees', async () => {
    const company = await companyWithCustomers(8);
    company.books.ids.customers = firstOf(9);
    const row = await run(company, CLEAN);
    expect(row).toMatchObject({ result: 'finished', problem: null, resources: [{ counts: { removed: 0 } }] });
    const question = await onlyQuestion(company);
    expect(question).toMatchObject({ resource: 'customers', toRemove: 1, reason: 'asked-for' });
    expect((await company.engine.status()).connection).toBe('idle');
    expect(company.messages()).toContain('Schoonmaak van klanten: 1 zouden verdwijnen. Er is nog niets verwijderd.');

    expect(await company.finish(company.engine.confirmCleanUp(question.id))).toEqual({
      ok: true,
      value: { removed: 1 },
    });
    expect(namesOf(company)).toHaveLength(9);
    expect(await asked(company)).toEqual([]);
  });

  it('that was looked at and left alone is carried out by the next one of the schedule', async () => {
    const company = await companyWithCustomers(8);
    company.books.ids.customers = firstOf(9);
    await run(company, CLEAN);
    startSchedule(company);
    await daysLater(company, 1);
    expect(namesOf(company)).toHaveLength(9);
    expect(await asked(company)).toEqual([]);
  });

  it('has nothing to ask when nothing would go', async () => {
    const company = await companyWithCustomers(8);
    company.books.ids.customers = firstOf(10);
    await run(company, CLEAN);
    expect(await asked(company)).toEqual([]);
    expect(company.messages()).toContain('Schoonmaak van klanten: 0 verwijderd.');
  });

  it('asks first when more than a fifth would go, and compares anew when the office agrees', async () => {
    const company = await companyWithCustomers(8);
    company.books.ids.customers = firstOf(5);
    const row = await run(company, CLEAN);
    expect(row).toMatchObject({ result: 'failed', problem: { code: 'clean-up-too-much' } });
    expect(namesOf(company)).toHaveLength(10);
    const question = await onlyQuestion(company);
    expect(question).toMatchObject({ resource: 'customers', toRemove: 5, reason: 'too-much' });
    expect(await company.engine.status()).toMatchObject({ connection: 'attention', cleanUps: [question] });
    expect(company.log().at(-2)).toMatchObject({
      message: { nl: expect.stringContaining('5 van de 10 zouden verdwijnen') as string },
      action: { nl: expect.stringContaining('Kies op het Overzicht Bekijken') as string },
    });

    company.books.ids.customers = firstOf(6);
    expect(await company.finish(company.engine.confirmCleanUp(question.id))).toEqual({
      ok: true,
      value: { removed: 4 },
    });
    expect(namesOf(company)).toHaveLength(6);
    expect(await asked(company)).toEqual([]);
  });

  it('removes no more than the office agreed to', async () => {
    const company = await companyWithCustomers(8);
    company.books.ids.customers = firstOf(5);
    await run(company, CLEAN);
    const { id } = await onlyQuestion(company);
    company.books.ids.customers = firstOf(1);
    expect(await company.finish(company.engine.confirmCleanUp(id))).toEqual({ ok: true, value: { removed: 5 } });
    expect(namesOf(company)).toHaveLength(5);
  });

  it('removes nothing while a question waits, also when the package lists more rows again', async () => {
    const company = await companyWithCustomers(18);
    company.books.ids.customers = firstOf(10);
    startSchedule(company);
    await daysLater(company, 1);
    const { id } = await onlyQuestion(company);
    company.books.ids.customers = firstOf(19);
    await daysLater(company, 3);
    expect(namesOf(company)).toHaveLength(20);
    const now = await onlyQuestion(company);
    expect(now).toMatchObject({ toRemove: 1, reason: 'too-much' });
    expect(now.id).not.toBe(id);
    expect(await company.engine.confirmCleanUp(id)).toMatchObject({
      ok: false,
      problem: { code: 'clean-up-not-asked' },
    });

    company.books.ids.customers = firstOf(20);
    await daysLater(company, 1);
    expect(await asked(company)).toEqual([]);
    expect(namesOf(company)).toHaveLength(20);
  });

  it('tells a question once, however often the list is compared', async () => {
    const company = await companyWithCustomers(8);
    company.books.ids.customers = firstOf(5);
    startSchedule(company);
    await daysLater(company, 3);
    expect(
      company.messages().filter((one) => one.startsWith('Schoonmaak van klanten is niet uitgevoerd')),
    ).toHaveLength(1);
  });

  it('does not ask again what was refused, until something else would go or the office asks for it', async () => {
    const company = await companyWithCustomers(8);
    company.books.ids.customers = firstOf(5);
    startSchedule(company);
    await daysLater(company, 1);
    const { id } = await onlyQuestion(company);
    company.store.cleanUp.refuse(id, company.time.nowMs());
    await daysLater(company, 5);
    expect(await asked(company)).toEqual([]);
    expect(namesOf(company)).toHaveLength(10);
    expect((await company.engine.status()).connection).toBe('idle');

    company.books.ids.customers = firstOf(4);
    await daysLater(company, 3);
    expect(await onlyQuestion(company)).toMatchObject({ toRemove: 6, reason: 'too-much' });
    company.store.cleanUp.refuse((await onlyQuestion(company)).id, company.time.nowMs());
    await run(company, CLEAN);
    expect(await onlyQuestion(company)).toMatchObject({ toRemove: 6 });
  });

  it('lets a list lose its rows little by little no further than one that loses them at once', async () => {
    const company = await companyWithCustomers(98);
    company.books.ids.customers = firstOf(85);
    startSchedule(company);
    await daysLater(company, 1);
    expect(namesOf(company)).toHaveLength(85);
    company.books.ids.customers = firstOf(72);
    await daysLater(company, 3);
    expect(namesOf(company)).toHaveLength(85);
    expect(await onlyQuestion(company)).toMatchObject({ toRemove: 13, reason: 'too-much' });
  });

  it('removes nothing when the package gives nothing or the list is not complete', async () => {
    const company = await companyWithCustomers(4);
    company.books.ids.customers = [];
    expect(await run(company, CLEAN)).toMatchObject({ problem: { code: 'clean-up-nothing-returned' } });
    expect(await onlyQuestion(company)).toMatchObject({ toRemove: 6, reason: 'nothing-returned' });
    company.books.ids.customers = [...ids('1', '2', '10', '11', '12'), problem('maintenance', 'package-out-of-order')];
    expect(await run(company, CLEAN)).toMatchObject({ problem: { code: 'package-out-of-order' } });
    expect(namesOf(company)).toHaveLength(6);
  });

  it('does not clean up a confirmation that nobody asked for', async () => {
    const company = linkedCompany();
    expect(await company.engine.confirmCleanUp(1)).toMatchObject({
      ok: false,
      problem: { code: 'clean-up-not-asked' },
    });
  });

  it('reads a table from the start when the package has records that Simon lacks', async () => {
    const company = await companyWithCustomers(2);
    company.books.ids.customers = ids('1', '2', '10', '11', '12');
    await run(company, CLEAN);
    expect(company.store.pull.mark(LINK, 'customers')).toBeNull();
  });

  it('comes by itself when the last one is two days old, and not at each run', async () => {
    const company = await companyWithCustomers(2);
    company.books.ids.customers = ids('1', '2', '10', '11');
    company.books.ids.articles = ids('9');
    company.intervalMinutes = 60;
    company.engine.startSchedule();
    await company.time.advance(2 * HOUR_MS);
    const cleaned = (): number => company.books.calls.filter((call) => call === 'list customers').length;
    expect(cleaned()).toBe(1);
    await company.time.advance(40 * HOUR_MS);
    expect(cleaned()).toBe(1);
    await company.time.advance(10 * HOUR_MS);
    expect(cleaned()).toBe(2);
  });
});
