import type { Page } from '@playwright/test';
import type { NewOrder } from '../../connectors/snelstart/simulator/office-edits';
import type { Settings } from '../../preload/contract/model';
import type { WorkOrderDetail } from '../../preload/contract/views';
import { ask } from './bridge';
import { expect, test } from './fixtures';
import { saveSettings, syncNow } from './office';

test('the article groups of the settings are the articles that come in', async ({ activate, openApp }) => {
  expect((await activate({ articleGroups: ['Elektra'] })).exitCode).toBe(0);
  const { window } = await openApp();
  const codes = async (): Promise<readonly string[]> => {
    const { rows } = await ask(window, 'articles:list', { search: '', offset: 0, limit: 100 });
    return rows.map(({ code }) => code).sort();
  };
  expect(await codes()).toEqual(['ALA-B16', 'ROOKM-3', 'VMVK-3x2,5']);

  // The groups Sanitair and sanitair differ in a capital only.
  await saveSettings(window, { articleGroups: ['sanitair'] });
  await syncNow(window);
  expect(await codes()).toEqual(['SIF-32', 'STV-1/2']);
});

const ORDER: NewOrder = {
  customer: 'Café Zoë',
  description: 'WB Geiser vervangen',
  memo: 'Sleutel bij de buren',
  lines: [{ article: 'CU-15', quantity: '2.5' }],
};

interface Case {
  readonly settings: Settings;
  /** The work description and articles of the work order that came in; null when none did. */
  readonly comesIn: { readonly description: string; readonly articles: readonly string[] } | null;
}

const CASES: readonly Case[] = [
  { settings: {}, comesIn: null },
  { settings: { pullOrders: true }, comesIn: { description: 'WB Geiser vervangen', articles: [] } },
  { settings: { pullOrders: true, pullOrdersFilterWord: 'spoed' }, comesIn: null },
  {
    settings: { pullOrders: true, pullOrdersFilterWord: 'wb' },
    comesIn: { description: 'WB Geiser vervangen', articles: [] },
  },
  {
    settings: { pullOrders: true, pullOrdersLines: true },
    comesIn: { description: 'WB Geiser vervangen', articles: ['2.5'] },
  },
  {
    settings: { pullOrders: true, pullOrdersDescription: 'memo' },
    comesIn: { description: 'Sleutel bij de buren', articles: [] },
  },
  {
    settings: { pullOrders: true, pullOrdersDescription: 'both' },
    comesIn: { description: 'WB Geiser vervangen\nSleutel bij de buren', articles: [] },
  },
];

test('each setting for pulling orders is shown by the work order that came in', async ({
  activate,
  openApp,
  snelstart,
}) => {
  expect((await activate()).exitCode).toBe(0);
  const { window } = await openApp();
  const deletedHere: number[] = [];
  for (const { settings, comesIn } of CASES) {
    await test.step(JSON.stringify(settings), async () => {
      const { number } = snelstart.control.books.addOrder(ORDER);
      await saveSettings(window, settings);
      await syncNow(window);
      const workOrder = await madeFrom(window, number);
      expect(workOrder && textsOf(workOrder)).toEqual(comesIn);
      // Other settings read all orders again; an order that became a work order before never does so twice.
      for (const before of deletedHere) expect(await madeFrom(window, before)).toBeNull();
      if (workOrder === null) return;
      await ask(window, 'work-orders:delete', workOrder.id);
      deletedHere.push(number);
    });
  }
  expect(deletedHere).toHaveLength(CASES.filter(({ comesIn }) => comesIn !== null).length);
});

const textsOf = ({ description, articles }: WorkOrderDetail): Case['comesIn'] => ({
  description,
  articles: articles.map(({ quantity }) => quantity),
});

async function madeFrom(window: Page, orderNumber: number): Promise<WorkOrderDetail | null> {
  const { rows } = await ask(window, 'work-orders:list', { search: '', offset: 0, limit: 100 });
  const all = await Promise.all(rows.map(({ id }) => ask(window, 'work-orders:get', id)));
  return all.find((workOrder) => workOrder?.sourceNumber === String(orderNumber)) ?? null;
}
