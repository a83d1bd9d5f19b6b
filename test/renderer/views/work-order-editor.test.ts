import { describe, expect, test } from 'vitest';
import { createWorkOrderEditor, hasGaps } from '../../../renderer/views/work-orders/work-order-editor';
import { article, customer, workOrder } from '../fake/books';
import { installFakeApp } from '../fake/show-app';

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
    const editor = createWorkOrderEditor(workOrder(1), null);
    editor.getState().change({ description: 'Nog aan het typen' });
    editor.getState().takeOver({ ...workOrder(1), version: 2, description: 'Van een collega' });
    expect(editor.getState().draft.description).toBe('Nog aan het typen');
  });

  test('what main tells is shown when nothing was typed', () => {
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

  test('a refused archiving shows why', async () => {
    installFakeApp();
    const editor = createWorkOrderEditor(workOrder(1), null);
    await editor.getState().archive();
    expect(editor.getState().problem?.code).toBe('no-customer');
  });
});
