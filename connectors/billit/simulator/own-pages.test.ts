import { expect, it } from 'vitest';
import { create, created, startHarness } from './simulator-harness';

it('the books page shows in Dutch what arrived', async () => {
  const harness = await startHarness();
  await create(harness, {
    Reference: 'WB-12 <b>',
    OrderLines: [{ Description: 'Lekkage', Quantity: 2.25, UnitPriceExcl: 62.5, VATPercentage: 21 }],
  });
  const page = (await (await fetch(harness.simulator.booksPage)).text()).replaceAll('\u00a0', ' ');
  for (const part of [
    'Koppelaar Installatietechniek',
    'factuur',
    'Café Zoë',
    'WB-12 &lt;b&gt;',
    '2,25',
    '€ 140,63',
    '€ 170,16',
  ]) {
    expect(page).toContain(part);
  }
});

it('another process can do what the office does, and see what arrived', async () => {
  const harness = await startHarness({ control: true });
  const { simulator, client } = harness;
  const edit = (name: string, ...values: unknown[]) =>
    fetch(`${simulator.address}/_simulator/edits`, {
      method: 'POST',
      body: JSON.stringify({ edit: name, arguments: values }),
    });
  expect((await edit('renameCustomer', 'Café Zoë', 'Zoë')).status).toBe(200);
  expect((await edit('addOffer', { customer: 'Zoë', title: 'WB', lines: [{ article: 'SPOED', quantity: '1' }] })).status).toBe(200); // prettier-ignore
  expect((await edit('deleteCustomer', 'bestaat niet')).status).toBe(400);
  expect((await client.get('/parties', { $filter: "Name eq 'Zoë'" })).json.Items).toHaveLength(1);
  expect((await edit('revokeLogin')).status).toBe(200);
  expect((await client.get('/parties')).status).toBe(401);
});

it('documents hold the whole order as the vendor answers it', async () => {
  const harness = await startHarness({ quirks: { orderPdf: 'at-once' } });
  const order = await created(harness);
  expect(harness.simulator.control.documents()[0]?.fields).toEqual(order);
});
