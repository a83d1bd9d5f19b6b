import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import { frozen } from '../db/records';
import { draft, must, TestCompany } from './test-company';

let test: TestCompany;
beforeEach(async () => {
  test = await TestCompany.open();
});
afterEach(() => test.close());

const calls = () => test.company.calls;
const archive = (...ids: readonly number[]) => calls()['work-orders:archive']([...ids]);
/** Made, and reported ready unless told otherwise. */
const workOrder = async (change: Parameters<typeof draft>[0] = {}, ready = true): Promise<number> => {
  const { id } = must(await calls()['work-orders:create'](draft(change)));
  if (ready) must(await calls()['work-orders:report-ready'](id));
  return id;
};
const freezeAsDocument = (): void => {
  test.freezeAs = (id) => ({ state: 'waiting', frozen: frozen(test.store, id) });
};
const freezeAsBlocked = (): void => {
  test.freezeAs = () => ({ state: 'blocked', problem: problem('blocked', 'no-customer') });
};
const entryOf = (id: number) => test.store.queue.entry(test.store.workOrders.get(id)?.queueEntryId ?? 0);
const numberOf = (id: number) => test.store.workOrders.get(id)?.number;

describe('archiving', () => {
  beforeEach(async () => {
    await test.activate();
    freezeAsDocument();
    test.engine.told.length = 0;
  });

  it('freezes what is reported ready and lets it be sent', async () => {
    const id = await workOrder();

    expect(await archive(id)).toEqual({
      archived: [{ id, number: numberOf(id), state: 'waiting', problem: null }],
      refused: [],
    });
    expect(entryOf(id)).toMatchObject({ state: 'waiting', frozen: { settingsVersion: 3 } });
    expect(test.engine.told).toEqual(['nudge']);
  });

  it('takes several in the order of their numbers, although the newest is first on the screen', async () => {
    const ids = [await workOrder(), await workOrder(), await workOrder()];
    const { archived } = await archive(...ids.toReversed());
    expect(archived.map(({ number }) => number)).toEqual(ids.map(numberOf));
    const queued = test.store.queue.list({ search: '', offset: 0, limit: 10 }).rows;
    expect(queued.toSorted((a, b) => a.id - b.id).map((row) => row.workOrderNumber)).toEqual(ids.map(numberOf));
  });

  it('refuses what is not reported ready, archived already or gone, and archives the others', async () => {
    const planned = await workOrder({}, false);
    const twice = await workOrder();
    const ready = await workOrder();
    await archive(twice);

    const outcome = await archive(planned, twice, 9_999, ready, ready);

    expect(outcome.archived.map((one) => one.number)).toEqual([numberOf(ready)]);
    expect(outcome.refused.map((one) => [one.number, one.problem.code])).toEqual([
      [numberOf(planned), 'work-order-not-ready'],
      [numberOf(twice), 'work-order-archived'],
      ['', 'work-order-not-found'],
    ]);
    expect(test.store.workOrders.get(planned)?.status).toBe('planned');
    expect(test.store.queue.counts().waiting).toBe(2);
  });

  it('puts one that cannot be sent in the queue as blocked, with the action in the log', async () => {
    freezeAsBlocked();
    const id = await workOrder();

    const outcome = await archive(id);

    expect(outcome.archived).toMatchObject([{ state: 'blocked', problem: { code: 'no-customer' } }]);
    expect(test.logged()[0]).toBe(
      `error | ${numberOf(id)} | Niet verzonden naar Pakket. Er staat geen klant op de werkbon. | ` +
        'Open de werkbon in de Archiefwachtrij en kies een klant.',
    );
  });

  it('says in the log why one is held back by the filter word', async () => {
    test.freezeAs = () => ({ state: 'skipped', problem: problem('blocked', 'filter-word', { word: 'Garantie' }) });
    const id = await workOrder({ description: 'Garantie ketel' });

    expect((await archive(id)).archived).toMatchObject([{ state: 'skipped' }]);
    expect(test.logged()[0]).toContain('info | ');
    expect(test.logged()[0]).toContain('‘Garantie’');
  });

  it('does not send what was changed while it was being frozen', async () => {
    const id = await workOrder();
    const { version } = test.store.workOrders.get(id) ?? { version: 0 };
    test.freezeAs = (workOrderId) => {
      const document = frozen(test.store, workOrderId);
      must(test.store.workOrders.save(workOrderId, version, draft({ description: 'Toch anders' }), 0));
      return { state: 'waiting', frozen: document };
    };

    expect((await archive(id)).refused).toMatchObject([{ problem: { code: 'work-order-changed-elsewhere' } }]);
    expect(test.store.workOrders.get(id)).toMatchObject({ status: 'ready', description: 'Toch anders' });
  });

  it('tells the screens what changed', async () => {
    const areas: unknown[] = [];
    const id = await workOrder();
    test.company.on('data:changed', (fact) => areas.push(fact.areas));

    await archive(id);

    expect(areas).toEqual([['workOrders', 'queue', 'log']]);
  });
});

describe('without an active integration', () => {
  it('archives to the queue, unfrozen, and the next activation sends it', async () => {
    const id = await workOrder();

    expect((await archive(id)).archived).toMatchObject([{ state: 'waiting', problem: null }]);
    expect(entryOf(id)).toMatchObject({ state: 'waiting', frozen: null });
    expect(test.logged()[0]).toContain('Activeer de integratie');
    expect(await test.company.settle(1_000, () => undefined)).toEqual({ open: 1 });
  });

  it('keeps what is archived after deactivating, through an activation without a wipe', async () => {
    await test.activate();
    must(await calls()['integrations:deactivate']('snelstart'));
    const id = await workOrder();
    await archive(id);

    must(await calls()['integrations:accept-terms']('snelstart'));
    must(await calls()['integrations:save-settings']({ package: 'snelstart', settings: {} }));

    expect(entryOf(id)).toMatchObject({ state: 'waiting' });
    expect(test.engine.runs.map((run) => run.trigger)).toEqual(['manual']);
  });

  it('has nothing to preview, retry or synchronise with, and says where to activate', async () => {
    const refusals = [
      await calls()['work-orders:preview'](1),
      await calls()['queue:retry']([1]),
      await calls()['sync:now']({ resources: ['customers'], cleanUp: false }),
      await calls()['sync:cancel'](undefined),
      await calls()['sync:confirm-clean-up']({ id: 1 }),
    ];
    expect(refusals.map((one) => (one.ok ? 'accepted' : one.problem.code))).toEqual(Array(5).fill('not-linked'));
  });
});

describe('the queue', () => {
  let id: number;
  beforeEach(async () => {
    await test.activate();
    freezeAsBlocked();
    id = await workOrder();
    await archive(id);
    test.engine.told.length = 0;
  });
  const entryId = (): number => test.store.workOrders.get(id)?.queueEntryId ?? 0;
  const hold = (): void => {
    const nowMs = test.time.nowMs();
    test.store.queue.freeze(entryId(), { state: 'waiting', frozen: frozen(test.store, id) }, nowMs);
    test.store.queue.sending(entryId(), nowMs);
    test.store.queue.unsure(entryId(), problem('outcome-unknown', 'outcome-unknown'), nowMs);
    test.store.queue.held(entryId(), problem('outcome-unknown', 'look-up-unreliable'), nowMs);
  };

  it('builds a blocked one anew when it is tried again', async () => {
    freezeAsDocument();

    expect(await calls()['queue:retry']([entryId(), entryId(), 9_999])).toEqual({ ok: true, value: { retried: 1 } });
    expect(entryOf(id)).toMatchObject({ state: 'waiting', problem: null, frozen: { settingsVersion: 3 } });
    expect(test.engine.told).toEqual(['nudge']);
    expect(test.logged()[0]).toContain('Het kantoor koos Opnieuw proberen');
  });

  it('leaves it blocked, with the present reason, when the cause is still there', async () => {
    test.freezeAs = () => ({ state: 'blocked', problem: problem('blocked', 'no-lines') });

    expect(await calls()['queue:retry']([entryId()])).toEqual({ ok: true, value: { retried: 0 } });
    expect(entryOf(id)).toMatchObject({ state: 'blocked', problem: { code: 'no-lines' } });
  });

  it('tells what trying many again would do, and why the others stay, without doing it', async () => {
    const booked = await workOrder();
    freezeAsDocument();
    await archive(booked);
    const bookedEntry = test.store.workOrders.get(booked)?.queueEntryId ?? 0;
    test.store.queue.sending(bookedEntry, test.time.nowMs());

    const rehearsed = must(
      await calls()['queue:rehearse']({ action: 'retry', target: { ids: [entryId(), bookedEntry] } }),
    );

    expect(rehearsed).toMatchObject({
      ids: [entryId()],
      staying: [{ number: numberOf(booked), problem: { code: 'stands-under-way' } }],
      totalExclVat: '100',
      hasMore: false,
    });
    expect(entryOf(id)).toMatchObject({ state: 'blocked' });
    const listed = must(
      await calls()['queue:rehearse']({ action: 'retry', target: { listed: { search: '', states: ['blocked'] } } }),
    );
    expect(listed.ids).toEqual([entryId()]);
  });

  it('does not send what the office does not want sent, says so in the log, and sends it after all when asked', async () => {
    expect(must(await calls()['queue:skip']([entryId()]))).toEqual({ skipped: 1 });
    expect(entryOf(id)).toMatchObject({ state: 'skipped', problem: { code: 'do-not-send' } });
    expect(test.logged()[0]).toContain('Het kantoor koos Niet verzenden');

    freezeAsDocument();
    const rehearsed = must(await calls()['queue:rehearse']({ action: 'retry', target: { ids: [entryId()] } }));
    expect(rehearsed.revived).toEqual([numberOf(id)]);
    expect(must(await calls()['queue:retry']([entryId()]))).toEqual({ retried: 1 });
    expect(entryOf(id)).toMatchObject({ state: 'waiting' });
  });

  it('chooses a customer from the queue and tries again; what is wrong besides is told', async () => {
    test.pull(['10001'], []);
    const toId = test.store.customers.byNumber('10001')?.id ?? 0;
    test.freezeAs = () => ({ state: 'blocked', problem: problem('blocked', 'no-lines') });
    const correction = { what: 'customer', fromId: null, toId } as const;

    const outcome = must(await calls()['queue:correct']({ target: { ids: [entryId()] }, correction }));

    expect(outcome).toMatchObject({ corrected: 1, retried: 0, staying: [{ problem: { code: 'no-lines' } }] });
    expect(test.store.workOrders.get(id)).toMatchObject({ status: 'archived', customer: { number: '10001' } });
  });

  it('takes a work order that was never stored back to reported ready', async () => {
    must(await calls()['queue:take-back'](entryId()));

    expect(test.store.workOrders.get(id)).toMatchObject({ status: 'ready' });
    expect(test.logged()[0]).toContain('weer gereed gemeld');
  });

  it('does not take back what may have arrived', async () => {
    hold();
    expect(await calls()['queue:take-back'](entryId())).toMatchObject({ ok: false });
    expect(test.store.workOrders.get(id)).toMatchObject({ status: 'archived' });
  });

  it('books what the office saw in the package, under the number it saw', async () => {
    hold();
    must(await calls()['queue:answer-unsure']({ id: entryId(), answer: 'there', documentNumber: ' VO-12 ' }));

    expect(test.store.queue.get(entryId())).toMatchObject({ state: 'booked', documentNumber: 'VO-12' });
    expect(test.logged()[0]).toContain('VO-12');
    expect(test.engine.told).toEqual([]);
  });

  it('sends again what the office did not find', async () => {
    hold();
    must(await calls()['queue:answer-unsure']({ id: entryId(), answer: 'not-there' }));

    expect(entryOf(id)).toMatchObject({ state: 'waiting', held: false });
    expect(test.engine.told).toEqual(['nudge']);
    expect(test.logged()[0]).toContain('staat niet in het boekhoudpakket');
  });

  it('takes an answer only once, and only when it was asked', async () => {
    const answer = () => calls()['queue:answer-unsure']({ id: entryId(), answer: 'not-there' });
    expect(await answer()).toMatchObject({ ok: false, problem: { code: 'queue-entry-not-asked' } });
    hold();
    const answers = await Promise.all([answer(), answer()]);
    expect(answers.map((one) => one.ok)).toEqual([true, false]);
  });

  it('says so when a row is no longer there', async () => {
    expect(await calls()['queue:take-back'](9_999)).toMatchObject({ problem: { code: 'queue-entry-not-found' } });
    expect(await calls()['queue:answer-unsure']({ id: 9_999, answer: 'not-there' })).toMatchObject({
      problem: { code: 'queue-entry-not-found' },
    });
  });
});
