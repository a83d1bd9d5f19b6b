import { expect, it } from 'vitest';
import { errorOf, invoice, line, startHarness } from './simulator-harness';

it('shows what arrived on the books page', async () => {
  const { simulator, client } = await startHarness();
  const booked = { InBoekhoudingPlaatsen: true, BoekhoudmutatieOmschrijving: 'Werkbon 12345' };
  await client.call('AddFactuur', invoice(booked, [line({ Aantal: '0.25', Omschrijving: '<img src=x>' })]));
  const text = (await (await fetch(simulator.booksPage)).text()).replaceAll('\u00a0', ' ');
  for (const part of [
    'een nagebootst e-Boekhouden',
    'factuur (geboekt)',
    'F00006',
    '000123 Café Zoë',
    'Werkbon 12345',
    '&lt;img src=x&gt;',
    '€ 15,63',
    '€ 18,91',
  ]) {
    expect(text).toContain(part);
  }
});

it('lets another process set faults for an operation and edit the books', async () => {
  const { simulator, client } = await startHarness({ control: true });
  const post = async (path: string, body: unknown): Promise<number> => {
    const response = await fetch(`${simulator.address}/_simulator/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return response.status;
  };
  expect(await post('faults', { kind: 'status', status: 503, match: { operation: 'GetRelaties' } })).toBe(204);
  expect((await client.call('GetArtikelen')).status).toBe(200);
  expect((await client.call('GetRelaties')).status).toBe(503);
  expect(await post('edits', { edit: 'refuseNext', arguments: ['GetRelaties', 'E003.1'] })).toBe(200);
  expect(errorOf(await client.call('GetRelaties'))).toBe('E003.1');
});
