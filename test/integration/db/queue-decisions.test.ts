import { describe, expect, it } from 'vitest';
import { problem } from '../../../connectors/_kit/problem';
import type { Store } from '../../../main/db/store';
import { NOON, openTempStore } from './open-temp-store';
import { article, codeOf, customer, everything, frozen, pull, queued, readyWorkOrder, value } from './records';

const gone = problem('blocked', 'article-inactive', { article: 'A1 Artikel 1' });
const refused = problem('rejected', 'vendor.1', {}, { vendor: { status: 400, code: '1', text: 'Onbekend' } });
const unknownOutcome = problem('outcome-unknown', 'time-out');

/** An office whose article 1 does not exist any more, with articles 2 and 3 in its place, and two customers. */
function office() {
  const { store, file } = openTempStore();
  pull(store, 'customers', [customer('1'), customer('2')]);
  pull(store, 'articles', [article('1'), article('2'), article('3')]);
  const articleId = (code: string) => store.articles.withCodes([code])[0]?.id ?? 0;
  const customerId = (number: string) => store.customers.byNumber(number)?.id ?? 0;
  return { store, file, articleId, customerId };
}

/** An entry that is blocked, never sent, for its only line. */
function blockedEntry({ store, articleId, customerId }: ReturnType<typeof office>, found = gone) {
  const { id, version } = readyWorkOrder(store, {
    customerId: customerId('10001'),
    articles: [{ articleId: articleId('A1'), quantity: '3', unitPrice: '9.50', description: null }],
  });
  const entryId = value(store.workOrders.archive(id, version, { state: 'blocked', problem: found }, NOON));
  return { entryId, workOrderId: id };
}

const lastStep = (store: Store, id: number) => store.queue.get(id)?.steps.at(-1);

describe('another article from the queue', () => {
  it('takes the place of the one on the lines, keeps quantity and own price, and stands in the ledger', () => {
    const test = office();
    const { store, articleId } = test;
    const { entryId, workOrderId } = blockedEntry(test);
    value(store.queue.correct(entryId, { what: 'article', fromId: articleId('A1'), toId: articleId('A2') }, NOON + 1));

    const workOrder = store.workOrders.get(workOrderId);
    expect(workOrder).toMatchObject({ status: 'archived', version: 2 });
    expect(workOrder?.articles).toEqual([
      { articleId: articleId('A2'), quantity: '3', unitPrice: '9.50', description: null },
    ]);
    expect(lastStep(store, entryId)).toMatchObject({
      step: 'corrected',
      facts: { what: 'article', from: 'A1 Artikel 1', to: 'A2 Artikel 2', workOrders: [workOrder?.number] },
    });
    // Until it is frozen anew it stands where it stood.
    expect(store.queue.entry(entryId)).toMatchObject({ state: 'blocked', frozen: null });
  });

  it('is refused for what may be in the package, whatever became of it later', () => {
    const test = office();
    const { store, articleId } = test;
    const correction = { what: 'article', fromId: articleId('A1'), toId: articleId('A2') } as const;
    const correct = (id: number) => codeOf(store.queue.correct(id, correction, NOON + 9));
    const lines = [{ articleId: articleId('A1'), quantity: '1', unitPrice: null, description: null }];

    const { entryId, workOrderId } = queued(store, { articles: lines });
    expect(correct(entryId)).toBe('stands-not-blocked');
    store.queue.sending(entryId, NOON + 1);
    expect(correct(entryId)).toBe('stands-under-way');
    store.queue.unsure(entryId, unknownOutcome, NOON + 2);
    expect(correct(entryId)).toBe('stands-under-way');
    // Looked up, not there, sent again and refused: blocked, but nobody saw what became of the first attempt.
    store.queue.released(entryId, 'look-up', NOON + 3);
    store.queue.sending(entryId, NOON + 4);
    store.queue.blocked(entryId, refused, NOON + 5);
    expect(correct(entryId)).toBe('stands-once-unsure');
    expect(store.queue.list(everything).rows).toMatchObject([{ mayChange: false }]);
    expect(store.workOrders.get(workOrderId)?.articles).toMatchObject([{ articleId: articleId('A1') }]);
  });

  it('is allowed after refusals that the package was certain about', () => {
    const test = office();
    const { store, articleId } = test;
    const { entryId } = queued(store, {
      articles: [{ articleId: articleId('A1'), quantity: '1', unitPrice: null, description: null }],
    });
    store.queue.sending(entryId, NOON + 1);
    store.queue.blocked(entryId, refused, NOON + 2);
    expect(
      codeOf(store.queue.correct(entryId, { what: 'article', fromId: articleId('A1'), toId: articleId('A2') }, NOON)),
    ).toBe('accepted');
  });

  it('cannot be one that is gone as well', () => {
    const test = office();
    const { store, articleId } = test;
    const { entryId } = blockedEntry(test);
    const from = articleId('A1');
    const other = articleId('A3');
    pull(store, 'articles', [], { gone: ['3'] });
    expect(codeOf(store.queue.correct(entryId, { what: 'article', fromId: from, toId: other }, NOON))).toBe(
      'article-not-selectable',
    );
  });
});

describe('another customer from the queue', () => {
  it('keeps the address where the work was done', () => {
    const test = office();
    const { store, customerId } = test;
    const addresses = store.customers.get(customerId('10001'))?.workAddresses ?? [];
    const { id, version } = readyWorkOrder(store, {
      customerId: customerId('10001'),
      workAddressId: addresses[0]?.id ?? null,
    });
    const inactive = problem('blocked', 'customer-inactive', { customer: '10001 Klant 1' });
    const entryId = value(store.workOrders.archive(id, version, { state: 'blocked', problem: inactive }, NOON));
    pull(store, 'customers', [
      customer('2', {
        workAddresses: [],
        address: { name: '', street: 'Kade 9', postcode: '', city: '', country: 'NL' },
      }),
    ]);

    value(
      store.queue.correct(
        entryId,
        { what: 'customer', fromId: customerId('10001'), toId: customerId('10002') },
        NOON + 1,
      ),
    );

    expect(store.workOrders.get(id)).toMatchObject({
      customer: { number: '10002' },
      workAddress: { street: 'Dorpsstraat 1', city: 'Utrecht', customerId: customerId('10002') },
    });
    expect(lastStep(store, entryId)).toMatchObject({ facts: { from: '10001 Klant 1', to: '10002 Klant 2' } });
  });

  it('is chosen for a work order without one', () => {
    const { store, customerId } = office();
    const { id, version } = readyWorkOrder(store);
    const start = { state: 'blocked', problem: problem('blocked', 'no-customer') } as const;
    const entryId = value(store.workOrders.archive(id, version, start, NOON));
    value(store.queue.correct(entryId, { what: 'customer', fromId: null, toId: customerId('10001') }, NOON + 1));
    expect(store.workOrders.get(id)?.customer?.number).toBe('10001');
  });
});

it('what can be chosen anew names what is at fault first, and who stays out with why', () => {
  const test = office();
  const { store, articleId } = test;
  const one = blockedEntry(test);
  const two = blockedEntry(test);
  const waiting = queued(store);
  const from = articleId('A1');
  pull(store, 'articles', [], { gone: ['1'] });
  const choices = store.queue.correctionChoices([one.entryId, two.entryId, waiting.entryId]);
  expect(choices).toMatchObject({
    entries: 2,
    articles: [{ id: from, label: 'A1 Artikel 1', isAtFault: true, entries: 2 }],
    customers: [{ label: '10001 Klant 1', isAtFault: false, entries: 2 }],
    staying: [{ id: waiting.entryId, problem: { code: 'stands-not-blocked' } }],
  });
});

describe('not to be sent', () => {
  it('skips what waits or is blocked, and trying again brings it back with the same marker', () => {
    const { store } = office();
    const { entryId, workOrderId } = queued(store);
    const marker = store.queue.get(entryId)?.marker;
    value(store.queue.skip(entryId, NOON + 1));
    expect(store.queue.get(entryId)).toMatchObject({ state: 'skipped', problem: { code: 'do-not-send' }, marker: '' });
    expect(store.queue.due(NOON + 10, 10)).toEqual([]);

    store.queue.freeze(entryId, { state: 'waiting', frozen: frozen(store, workOrderId) }, NOON + 2);
    expect(store.queue.get(entryId)).toMatchObject({ state: 'waiting', marker });
  });

  it('is refused for what may be in the package, and the sender cannot undo it', () => {
    const { store } = office();
    const { entryId, workOrderId } = queued(store);
    store.queue.sending(entryId, NOON + 1);
    expect(codeOf(store.queue.skip(entryId, NOON + 2))).toBe('stands-under-way');

    const other = queued(store);
    value(store.queue.skip(other.entryId, NOON + 3));
    const start = { state: 'waiting', frozen: frozen(store, other.workOrderId) } as const;
    expect(store.queue.freezeWaiting(other.entryId, start, NOON + 4)).toBe(false);
    expect(store.queue.entry(other.entryId)?.state).toBe('skipped');
    expect(store.workOrders.get(workOrderId)?.status).toBe('archived');
  });
});

describe('by cause', () => {
  it('counts each cause once, most first, and lists the entries of one', () => {
    const test = office();
    const { store } = test;
    const other = problem('blocked', 'article-inactive', { article: 'A9 Anders' });
    const [first] = [blockedEntry(test), blockedEntry(test), blockedEntry(test, other)];
    queued(store);
    const { groups, otherEntries } = store.queue.groups({ search: '', states: ['blocked'] });
    expect(groups.map(({ entries, problem: found }) => [entries, found?.params.article])).toEqual([
      [2, 'A1 Artikel 1'],
      [1, 'A9 Anders'],
    ]);
    expect(otherEntries).toBe(0);
    const listed = store.queue.list({ ...everything, states: ['blocked'], cause: groups[0]?.cause });
    expect(listed.total).toBe(2);
    expect(listed.rows.map(({ id }) => id)).toContain(first.entryId);
    expect(store.queue.groups({ search: '1001', states: ['blocked'] }).groups).toMatchObject([{ entries: 1 }]);
  });

  it('tells several problems at once apart by what they say', () => {
    const test = office();
    const several = (nl: string) => ({
      ...problem('blocked', 'several-problems', { number: 2 }),
      text: { message: { nl, en: nl }, action: null },
    });
    blockedEntry(test, several('Eén'));
    blockedEntry(test, several('Twee'));
    expect(test.store.queue.groups({ search: '', states: ['blocked'] }).groups).toHaveLength(2);
  });
});
