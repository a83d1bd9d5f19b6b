import { describe, expect, it } from 'vitest';
import { refusalOf, startHarness, type Json } from './simulator-harness';

describe('accounts', () => {
  it('get the next code and a visiting address; without Status they are no customers', async () => {
    const { client } = await startHarness();
    const highest = Math.max(
      ...(await client.list('crm/Accounts', { $select: 'Code' })).map((row) => Number(row.Code)),
    );
    const created = await client.send<{ d: Json }>('POST', 'crm/Accounts', {
      Name: 'Nieuw B.V.',
      AddressLine1: 'Hogewal 1',
      City: 'Ede',
    });
    expect(created.json.d).toMatchObject({ Code: String(highest + 1).padStart(18), Status: null, IsSales: false });
    const addresses = await client.list('crm/Addresses', { $filter: `Account eq guid'${String(created.json.d.ID)}'` });
    expect(addresses).toMatchObject([{ Type: 1, Main: true, AddressLine1: 'Hogewal 1', City: 'Ede' }]);
    const path = `crm/Accounts(guid'${String(created.json.d.ID)}')`;
    expect((await client.send('PUT', path, { Status: 'C', City: 'Zeist' })).status).toBe(204);
    expect((await client.get<{ d: Json }>(path)).json.d).toMatchObject({
      IsSales: true,
      City: 'Zeist',
      Name: 'Nieuw B.V.',
    });
    expect((await client.send('DELETE', path)).status).toBe(204);
    expect((await client.get(path)).status).toBe(404);
  });

  it('need a name and a code that is free, and stay when documents mention them', async () => {
    const { client, simulator } = await startHarness();
    const refusal = async (method: string, path: string, body?: Json): Promise<unknown[]> => {
      const answer = await client.send(method, path, body);
      return [answer.status, refusalOf(answer)];
    };
    expect(await refusal('POST', 'crm/Accounts', {})).toEqual([400, 'Verplicht: Naam']);
    expect(await refusal('POST', 'crm/Accounts', { Name: 'X', Code: '10003' })).toEqual([
      400,
      'Gegeven bestaat reeds.',
    ]);
    const { id } = simulator.control.books.customer('Café Zoë');
    expect(await refusal('DELETE', `crm/Accounts(guid'${id}')`)).toEqual([400, 'Kan niet verwijderen: Relatie']);
  });
});

describe('items', () => {
  it('take unit and group of the company, and at most 60 characters of description', async () => {
    const { client } = await startHarness();
    const created = await client.send<{ d: Json }>('POST', 'logistics/Items', {
      Code: 'NIEUW',
      Description: 'Nieuw artikel',
    });
    expect(created.json.d).toMatchObject({
      Unit: 'st',
      ItemGroupDescription: 'Installatiemateriaal',
      IsSalesItem: true,
    });
    const long = await client.send('POST', 'logistics/Items', { Code: 'LANG', Description: 'x'.repeat(61) });
    expect(refusalOf(long)).toBe('Te lang: Omschrijving');
    const again = await client.send('POST', 'logistics/Items', { Code: 'NIEUW', Description: 'Nog eens' });
    expect(refusalOf(again)).toBe('Gegeven bestaat reeds.');
  });

  it('that are only read here refuse a write', async () => {
    const { client } = await startHarness();
    expect((await client.send('POST', 'logistics/ItemGroups', { Code: '1' })).status).toBe(405);
    expect((await client.send('POST', 'sync/CRM/Accounts', { Name: 'x' })).status).toBe(405);
  });
});

describe('addresses', () => {
  it('of a delivery hang on their customer', async () => {
    const { client, simulator } = await startHarness();
    simulator.control.books.addDeliveryAddress('Café Zoë', 'Bosweg 3', '3941 AB', 'Doorn');
    const { id } = simulator.control.books.customer('Café Zoë');
    const rows = await client.list('crm/Addresses', { $filter: `Account eq guid'${id}' and Type eq 4` });
    expect(rows).toMatchObject([{ AddressLine1: 'Bosweg 3', AccountName: 'Café Zoë', Main: false }]);
    const created = await client.send('POST', 'crm/Addresses', { AddressLine1: 'Los' });
    expect(refusalOf(created)).toBe('Verplicht: Relatie');
  });
});
