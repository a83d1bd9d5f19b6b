import { afterEach, describe, expect, test, vi } from 'vitest';
import { hasGaps } from '../../../../renderer/views/work-orders/work-order-draft';
import { createWorkOrderEditor } from '../../../../renderer/views/work-orders/work-order-editor';
import { article, customer, workOrder } from '../../fake/books';
import { installFakeApp } from '../../fake/show-app';

describe('the editor of a work order', () => {
  test('another customer brings its own main work address', async () => {
    installFakeApp();
    const editor = createWorkOrderEditor(workOrder(1), null);
    await editor.getState().chooseCustomer(customer(2));
    const { draft, workAddresses } = editor.getState();
    expect(draft.customerId).toBe(2);
    expect(workAddresses.map(({ customerId }) => customerId)).toEqual([2, 2]);
    expect(draft.workAddressId).toBe(20);
  });

  test('opening a work order changes nothing', async () => {
    installFakeApp();
    const editor = createWorkOrderEditor(workOrder(1), null);
    await editor.getState().readWorkAddresses();
    expect(editor.getState().isChanged).toBe(false);
  });

  test('saves all of it, naming the version that was read', async () => {
    const { calls } = installFakeApp();
    const editor = createWorkOrderEditor(workOrder(1), null);
    editor.getState().change({ description: 'Lekkage' });
    editor.getState().addArticles([{ article: article(5), quantity: '1', unitPrice: null, description: null }]);
    await editor.getState().save();
    const saved = calls.find(({ name }) => name === 'workOrders.save')?.input;
    expect(saved).toMatchObject({
      id: 1,
      version: 1,
      draft: {
        description: 'Lekkage',
        times: workOrder(1).times,
        articles: [...workOrder(1).articles, { articleId: 5, quantity: '1', unitPrice: null, description: null }],
      },
    });
    expect(JSON.stringify(saved)).not.toContain('rowKey');
  });

  test('what main tells never overwrites what is being typed', () => {
    installFakeApp();
    const editor = createWorkOrderEditor(workOrder(1), null);
    editor.getState().change({ description: 'Nog aan het typen' });
    editor.getState().takeOver({ ...workOrder(1), version: 2, description: 'Van een collega' });
    expect(editor.getState().draft.description).toBe('Nog aan het typen');
  });

  test('what main tells is shown when nothing was typed', () => {
    installFakeApp();
    const editor = createWorkOrderEditor(workOrder(1), null);
    editor.getState().takeOver({ ...workOrder(1), version: 2, description: 'Van een collega' });
    expect(editor.getState().draft.description).toBe('Van een collega');
  });

  test('reports ready only after the changes are saved', async () => {
    const { calls } = installFakeApp();
    const editor = createWorkOrderEditor(workOrder(2), null);
    editor.getState().change({ notes: 'Sleutel bij de buren' });
    expect(await editor.getState().reportReady()).toBe(true);
    expect(calls.map(({ name }) => name)).toEqual(['workOrders.save', 'workOrders.reportReady']);
    expect(editor.getState().saved?.status).toBe('ready');
  });

  test('a row without a quantity is a gap', () => {
    const editor = createWorkOrderEditor(workOrder(1), null);
    expect(hasGaps(editor.getState().draft)).toBe(false);
    editor.getState().change({ articles: editor.getState().draft.articles.map((line) => ({ ...line, quantity: '' })) });
    expect(hasGaps(editor.getState().draft)).toBe(true);
  });
});

const FULL = { kind: 'storage', code: 'storage-full', params: {} } as const;

afterEach(() => vi.useRealTimers());

/** An editor of work order 1 on a fake main process, and what was sent to that. */
function open(id: number | null = 1) {
  const fake = installFakeApp();
  const editor = createWorkOrderEditor(id === null ? null : fake.orders.get(id), null);
  const state = editor.getState;
  const sent = (name: string) => fake.calls.filter((call) => call.name === `workOrders.${name}`);
  return { ...fake, editor, state, sent };
}

describe('a work order saves itself', () => {
  test('a moment after the last letter, and says when', async () => {
    vi.useFakeTimers();
    const { state, sent, orders } = open();
    state().change({ description: 'Lek' });
    state().change({ description: 'Lekkage' });
    expect(sent('save')).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent('save').length).toBe(1);
    expect(orders.get(1)?.description).toBe('Lekkage');
    expect(state()).toMatchObject({ isChanged: false, savedAtMs: Date.now() });
  });

  test('at once when a field is left', async () => {
    const { state, orders } = open();
    state().change({ description: 'Lekkage' });
    state().leaveField();
    await vi.waitFor(() => expect(orders.get(1)?.description).toBe('Lekkage'));
  });

  test('a late answer leaves what was typed meanwhile alone, which is saved after it', async () => {
    const { state, orders, holdNext } = open();
    const answer = holdNext('workOrders.save');
    state().change({ description: 'Lek' });
    const saved = state().save();
    state().change({ description: 'Lekkage', notes: 'Sleutel bij de buren' });
    answer();
    expect(await saved).toBe(true);
    expect(state().draft).toMatchObject({ description: 'Lekkage', notes: 'Sleutel bij de buren' });
    expect(orders.get(1)).toMatchObject({ description: 'Lekkage', notes: 'Sleutel bij de buren', version: 3 });
  });

  test('the news of its own save is no change from elsewhere, also when it comes before the answer', async () => {
    const { state, orders, holdNext } = open();
    const answer = holdNext('workOrders.save');
    state().change({ description: 'Lek' });
    const saved = state().save();
    await vi.waitFor(() => expect(orders.get(1)?.description).toBe('Lek'));
    state().change({ description: 'Lekkage' });
    const news = orders.get(1);
    if (news) state().takeOver(news);
    answer();
    await saved;
    expect(state()).toMatchObject({ held: {}, isChanged: false });
    expect(orders.get(1)?.description).toBe('Lekkage');
  });

  test('what is undone after it was saved is saved again', async () => {
    const { state, orders } = open();
    const before = orders.get(1)?.description;
    state().change({ description: 'Lekkage' });
    await state().save();
    state().undo();
    await state().save();
    expect(orders.get(1)?.description).toBe(before);
  });

  test('typed and taken back before the save is not sent at all', async () => {
    const { state, sent } = open();
    state().change({ description: 'Lekkage' });
    state().undo();
    expect(await state().save()).toBe(true);
    expect(sent('save')).toEqual([]);
  });
});

describe('a new work order', () => {
  test('gets its number with the first thing worth keeping, once', async () => {
    const { state, sent } = open(null);
    state().change({ notes: 'Bellen' });
    await state().save();
    expect(sent('create')).toEqual([]);
    state().change({ description: 'Lekkage' });
    await state().save();
    state().change({ description: 'Lekkage in de kelder' });
    await state().save();
    expect([sent('create').length, sent('save').length]).toEqual([1, 1]);
    expect(state().saved).toMatchObject({ description: 'Lekkage in de kelder', notes: 'Bellen' });
  });

  test('that nobody typed in leaves nothing behind', async () => {
    const fake = installFakeApp();
    const editor = createWorkOrderEditor(null, customer(2));
    await editor.getState().readWorkAddresses('main');
    await editor.getState().save();
    expect(fake.calls.map(({ name }) => name)).toEqual(['customers.get']);
  });

  test('is one work order, however slow the first answer is', async () => {
    const { state, sent, holdNext } = open(null);
    const answer = holdNext('workOrders.create');
    state().change({ description: 'Lek' });
    const first = state().save();
    state().change({ description: 'Lekkage' });
    const second = state().save();
    answer();
    await Promise.all([first, second]);
    expect([sent('create').length, sent('save').length]).toEqual([1, 1]);
    expect(state().saved?.description).toBe('Lekkage');
  });
});

describe('what cannot be saved', () => {
  test('a line without a quantity stays empty on the screen; the rest is saved', async () => {
    const { state, orders } = open();
    state().change({ articles: state().draft.articles.map((line) => ({ ...line, quantity: '' })), notes: 'Bellen' });
    expect(await state().save()).toBe(false);
    expect(orders.get(1)).toMatchObject({ notes: 'Bellen', articles: [{ quantity: '1' }, { quantity: '12.5' }] });
    expect(state().draft.articles.map(({ quantity }) => quantity)).toEqual(['', '']);
    expect(state()).toMatchObject({ isChanged: true, saveProblem: null });
  });

  test('an end before its start waits to be put right; the rest is saved', async () => {
    const { state, orders } = open();
    const { plannedStartAtMs, plannedEndAtMs } = workOrder(1);
    state().change({ plannedEndAtMs: (plannedStartAtMs ?? 0) - 60_000 });
    state().change({ notes: 'Bellen' });
    expect(await state().save()).toBe(false);
    expect(orders.get(1)).toMatchObject({ notes: 'Bellen', plannedStartAtMs, plannedEndAtMs });
    expect(hasGaps(state().draft)).toBe(true);
  });

  test('a part that main refuses waits for another change of it; the rest is saved', async () => {
    const fake = open();
    const { state, orders, bridge } = fake;
    const save = bridge.workOrders.save;
    const refused = { kind: 'invalid-input', code: 'article-not-selectable', params: {}, field: 'articles' } as const;
    Object.defineProperty(window, 'app', {
      configurable: true,
      value: {
        ...bridge,
        workOrders: {
          ...bridge.workOrders,
          save: (request: Parameters<typeof save>[0]) =>
            request.draft.articles.some(({ articleId }) => articleId === 13)
              ? Promise.resolve({ ok: true, value: { ok: false, problem: refused } })
              : save(request),
        },
      },
    });
    state().addArticles([{ article: article(13), quantity: '1', unitPrice: null, description: null }]);
    state().change({ notes: 'Bellen' });
    expect(await state().save()).toBe(false);
    expect(state().held).toEqual({ articles: refused });
    expect(orders.get(1)?.notes).toBe('Bellen');
    expect(state().draft.articles.length).toBe(3);

    state().change({ articles: state().draft.articles.slice(0, 2) });
    expect(await state().save()).toBe(true);
    expect(state().held).toEqual({});
  });

  test('a full disk: says so, tries again by itself, and keeps what was typed', async () => {
    vi.useFakeTimers();
    const { state, orders } = open();
    orders.refuse(FULL);
    state().change({ description: 'Lekkage' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state()).toMatchObject({ saveProblem: FULL, isChanged: true });
    state().change({ description: 'Lekkage in de kelder' });
    orders.refuse(null);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(orders.get(1)?.description).toBe('Lekkage in de kelder');
    expect(state()).toMatchObject({ saveProblem: null, isChanged: false });
  });

  test('a bug in main is told once, and the save goes on trying', async () => {
    vi.useFakeTimers();
    const { state, orders, breakNext } = open();
    const told: unknown[] = [];
    const hear = (event: ErrorEvent) => told.push(event.error);
    window.addEventListener('error', hear);
    breakNext('workOrders.save', 'B-1');
    state().change({ description: 'Lekkage' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(state().saveProblem).toBe('bug');
    breakNext('workOrders.save', 'B-2');
    await vi.advanceTimersByTimeAsync(2_000);
    await vi.advanceTimersByTimeAsync(4_000);
    window.removeEventListener('error', hear);
    expect(orders.get(1)?.description).toBe('Lekkage');
    expect(told.length).toBe(1);
  });
});

describe('a work order that somebody else changes', () => {
  test('in another part: both changes are there, without a question', async () => {
    const { state, orders } = open();
    state().change({ description: 'Lekkage' });
    orders.changeElsewhere(1, { employeeId: 2, plannedStartAtMs: null, plannedEndAtMs: null });
    expect(await state().save()).toBe(true);
    expect(orders.get(1)).toMatchObject({ description: 'Lekkage', employeeId: 2, plannedStartAtMs: null });
    expect(state().draft.employeeId).toBe(2);
  });

  test.each([
    ['mine', 'Lekkage hier'],
    ['theirs', 'Lekkage daar'],
  ] as const)('in the same part: asks, saves the rest, and does as was chosen (%s)', async (choice, kept) => {
    const { state, orders } = open();
    state().change({ description: 'Lekkage hier' });
    state().change({ notes: 'Bellen' });
    orders.changeElsewhere(1, { description: 'Lekkage daar' });
    expect(await state().save()).toBe(false);
    expect(state().held).toEqual({ description: 'changed-elsewhere' });
    expect(state().draft.description).toBe('Lekkage hier');
    expect(orders.get(1)).toMatchObject({ description: 'Lekkage daar', notes: 'Bellen' });

    state().settle(choice);
    expect(await state().save()).toBe(true);
    expect(orders.get(1)?.description).toBe(kept);
    if (choice === 'theirs') {
      state().undo();
      expect(state().draft.description).toBe('Lekkage hier');
    }
  });

  test('is not undone together with what was typed here', async () => {
    const { state, orders } = open();
    state().change({ description: 'Lekkage' });
    state().addTime({ kind: 'work', employeeId: 1, date: '2026-11-23', startMinute: null, minutes: 5, note: '' });
    await state().save();
    state().takeOver(orders.changeElsewhere(1, { times: [] }));
    expect(state().draft.times).toEqual([]);
    state().undo();
    expect(state().draft).toMatchObject({ times: [], description: workOrder(1).description });
  });

  test('by archiving it: nothing is saved any more, and what was typed stays to be seen', async () => {
    const { state, orders } = open();
    state().change({ description: 'Lekkage' });
    orders.setStatus(1, 'archived');
    expect(await state().save()).toBe(false);
    expect(state()).toMatchObject({ saved: { status: 'archived' }, saveProblem: { code: 'work-order-archived' } });
    expect(state().draft.description).toBe('Lekkage');
  });

  test('by deleting it: what was typed can become a new work order', async () => {
    const { state, orders } = open();
    state().change({ description: 'Lekkage' });
    orders.delete(1);
    expect(await state().save()).toBe(false);
    expect(state()).toMatchObject({ isGone: true, isChanged: true });
    expect(await state().saveAsNew()).toBe(true);
    expect(state().saved).toMatchObject({ description: 'Lekkage', times: workOrder(1).times });
    expect(state().saved?.id).not.toBe(1);
  });
});
