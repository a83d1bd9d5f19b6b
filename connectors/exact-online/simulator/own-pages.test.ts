import { expect, it } from 'vitest';
import { line, smallInvoice, startHarness } from './simulator-harness';

it('the books page shows invoices and documents as they arrived', async () => {
  const harness = await startHarness();
  const { simulator, client } = harness;
  await client.send(
    'POST',
    'salesinvoice/SalesInvoices',
    smallInvoice(harness, {
      YourRef: 'WB-12',
      SalesInvoiceLines: [line(simulator, '007', { Quantity: 0.25, NetPrice: 1234.56789 })],
    }),
  );
  await client.send('POST', 'documents/Documents', { Subject: 'WB-12 Werkbon', Type: 55 });
  const page = (await (await fetch(simulator.booksPage)).text()).replaceAll('\u00a0', ' ');
  for (const text of [
    'conceptfactuur',
    'Café Zoë',
    'WB-12',
    '0,25',
    '1.234,56789',
    '€ 308,64',
    'document',
    'WB-12 Werkbon',
  ]) {
    expect(page).toContain(text);
  }
});

it('another process may set faults and edit the books when it was let in', async () => {
  const { simulator, client } = await startHarness({ control: true });
  const call = (path: string, body: unknown): Promise<Response> =>
    fetch(`${simulator.address}/_simulator/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const edited = await call('edits', { edit: 'renameCustomer', arguments: ['Café Zoë', 'Zoë'] });
  expect(edited.status).toBe(200);
  expect(await client.list('crm/Accounts', { $filter: "Name eq 'Zoë'" })).toHaveLength(1);
  expect((await call('edits', { edit: 'renameCustomer', arguments: ['Niemand', 'x'] })).status).toBe(400);
  expect((await call('faults', { kind: 'status', status: 503, match: { path: '/crm/' } })).status).toBe(204);
  expect((await client.get('crm/Accounts')).status).toBe(503);
  const closed = await startHarness();
  expect((await fetch(`${closed.simulator.address}/_simulator/requests`)).status).toBe(404);
});
